using System.Globalization;
using AuthKit.Pages.Parts;
using AuthKit.Pages.Texts;
using AuthKit.TwoFactor.Codes;

namespace AuthKit.TwoFactor;

/// <summary>Two-factor authentication on the account page: set up, replaced, turned off, its recovery codes and the devices that are spared it.</summary>
internal sealed class TwoFactorPart(TwoFactorOptions twoFactor) : AccountPart("two-step")
{
    private const string Begin = "begin", Confirm = "confirm", Replace = "replace", Remake = "remake", Remove = "remove", Forget = "forget";
    private const string Secret = "secret", Uri = "uri";
    private const int LongestUri = 1000;

    public override string TitleOf(PageTexts texts) => texts.TwoFactorTitle;

    public override string LeadOf(PageTexts texts) => texts.TwoFactorLead;

    public override async Task<Outcome<PartView>> ShowAsync(PartRequest request, CancellationToken cancellationToken)
    {
        var texts = request.Texts;
        if (!(await request.RunAsync(TwoFactorFlows.Get, new(request.AccessToken), cancellationToken)).Succeeded(out var state, out var failure))
            return failure;
        if (state.AuthenticatorSince is not { } since)
            return new PartView(new PartText(texts.TwoFactorOff), new PartForm(Begin, texts.TwoFactorBegin));
        List<PartBlock> blocks =
        [
            new PartFact(texts.TwoFactorSince, PartRequest.DayOf(since)),
            new PartFact(texts.TwoFactorCodesLeft, state.RecoveryCodesLeft.ToString(CultureInfo.InvariantCulture)),
        ];
        if (twoFactor.RememberDevices is not null)
        {
            if (!(await request.RunAsync(TwoFactorFlows.ListDevices, new(request.AccessToken), cancellationToken)).Succeeded(out var devices, out failure))
                return failure;
            if (devices.Count > 0)
                blocks.AddRange([new PartText(texts.TwoFactorDevices), new PartRows([.. devices.Select(device => RowOf(device, texts))])]);
        }

        blocks.Add(new PartForm(Remake, texts.TwoFactorRemake) { Title = texts.TwoFactorRemakeTitle, Lead = texts.TwoFactorRemakeLead, Fields = [AnyCode(texts)], IsSecondary = true });
        blocks.Add(new PartForm(Replace, texts.TwoFactorReplace) { Title = texts.TwoFactorReplaceTitle, Lead = texts.TwoFactorReplaceLead, Fields = [AnyCode(texts)], IsSecondary = true });
        blocks.Add(new PartForm(Remove, texts.TwoFactorRemove) { Title = texts.TwoFactorRemoveTitle, Lead = texts.TwoFactorRemoveLead, Fields = [AnyCode(texts)], IsSecondary = true });
        return new PartView(blocks);
    }

    public override async Task<PartAnswer> ActAsync(string action, PartRequest request, CancellationToken cancellationToken)
    {
        var (token, code) = (request.AccessToken, request[Field.Code]);
        return action switch
        {
            Begin => PartAnswer.Of(await request.RunAsync(TwoFactorFlows.BeginAuthenticator, new(token), cancellationToken), enrolment => Enrolling(request.Texts, enrolment.Secret, enrolment.Uri)),
            Replace => PartAnswer.Of(await request.RunAsync(TwoFactorFlows.BeginAuthenticator, new(token, code ?? ""), cancellationToken), enrolment => Enrolling(request.Texts, enrolment.Secret, enrolment.Uri)),
            Confirm => Confirmed(request, await request.RunAsync(TwoFactorFlows.ConfirmAuthenticator, new(token, code), cancellationToken)),
            Remake => PartAnswer.Of(await request.RunAsync(TwoFactorFlows.RemakeRecoveryCodes, new(token, code), cancellationToken), codes => Codes(request.Texts, codes)),
            Remove => PartAnswer.Of(await request.RunAsync(TwoFactorFlows.RemoveAuthenticator, new(token, code), cancellationToken)),
            Forget when twoFactor.RememberDevices is not null => PartAnswer.Of(await request.RunAsync(TwoFactorFlows.ForgetDevice, new(token, request["id"]), cancellationToken)),
            _ => await base.ActAsync(action, request, cancellationToken),
        };
    }

    public override string? DoneOf(string action, PageTexts texts) => action switch
    {
        Remove => texts.TwoFactorRemoved,
        Forget => texts.TwoFactorForgotten,
        _ => null,
    };

    public override string? FailureOf(Fault fault, PageTexts texts) => fault switch
    {
        _ when fault == TwoFactorFaults.WrongCode => texts.TwoFactorWrongCode,
        _ when fault == TwoFactorFaults.NoEnrolment => texts.TwoFactorTooLate,
        _ when fault == TwoFactorFaults.AddressNotConfirmed => texts.TwoFactorAddress,
        _ when fault == TwoFactorFaults.NotEnabled || fault == TwoFactorFaults.DeviceNotFound || fault.Is(Fault.Conflict) => texts.GoneText,
        _ => null,
    };

    public override string? FieldOf(Fault fault) => fault == TwoFactorFaults.WrongCode ? Field.Code : null;

    private static PartField AnyCode(PageTexts texts) => new(Field.Code, texts.TwoFactorAnyCode) { AutoComplete = "one-time-code" };

    private static PartRow RowOf(TrustedDeviceDescription device, PageTexts texts) => new(device.Label)
    {
        Details = [texts.TwoFactorDevice.Replace("{since}", PartRequest.DayOf(device.CreatedAt), StringComparison.Ordinal).Replace("{until}", PartRequest.DayOf(device.ExpiresAt), StringComparison.Ordinal)],
        Forms = [new(Forget, texts.TwoFactorForget) { Key = $"{device.Id}", Hidden = new Dictionary<string, string> { ["id"] = $"{device.Id}" } }],
    };

    private static PartAnswer Confirmed(PartRequest request, Outcome<IssuedRecoveryCodes> confirming)
    {
        if (confirming.Succeeded(out var codes, out var failure))
            return PartAnswer.Show(Codes(request.Texts, codes));
        // It is shown once by this server, and comes back from the page that has shown it.
        return !failure.Fault.Is(TwoFactorFaults.NoEnrolment) && request[Secret] is { } secret && request[Uri] is { Length: < LongestUri } uri && uri.StartsWith("otpauth://totp/", StringComparison.Ordinal)
            ? PartAnswer.Failed(failure, Enrolling(request.Texts, secret, uri))
            : PartAnswer.Failed(failure);
    }

    private static PartView Enrolling(PageTexts texts, string secret, string uri) => new(
        new PartText(texts.TwoFactorScan),
        new PartImage(QrCode.SvgOf(uri), texts.TwoFactorImage),
        new PartSecret(texts.TwoFactorSecret, InGroups(secret)),
        new PartForm(Confirm, texts.TwoFactorConfirm)
        {
            Fields = [new(Field.Code, texts.AuthenticatorFactor.Label) { AutoComplete = "one-time-code", IsCode = true }],
            Hidden = new Dictionary<string, string> { [Secret] = secret, [Uri] = uri },
        });

    private static PartView Codes(PageTexts texts, IssuedRecoveryCodes issued) => new(new PartText(texts.TwoFactorCodesText) { IsNote = true }, new PartSecret(texts.TwoFactorCodes, [.. issued.RecoveryCodes]));

    private static string InGroups(string secret) => string.Join(' ', secret.Chunk(4).Select(static group => new string(group)));
}
