using AuthKit.Pages.Parts;
using AuthKit.Pages.Texts;

namespace AuthKit.Passkeys;

/// <summary>Passkeys on the account page: made, renamed, removed.</summary>
internal sealed class PasskeyPart() : AccountPart("passkeys")
{
    private const string Add = "add", Make = "make", Rename = "rename", Remove = "remove";
    private const string Id = "id";

    public override string TitleOf(PageTexts texts) => texts.PasskeysTitle;

    public override string LeadOf(PageTexts texts) => texts.PasskeysLead;

    public override async Task<Outcome<PartView>> ShowAsync(PartRequest request, CancellationToken cancellationToken)
    {
        var texts = request.Texts;
        if (!(await request.RunAsync(PasskeyFlows.List, new(request.AccessToken), cancellationToken)).Succeeded(out var passkeys, out var failure))
            return failure;
        PartBlock listed = passkeys.Count == 0 ? new PartText(texts.PasskeysNone) : new PartRows([.. passkeys.Select(passkey => RowOf(passkey, texts))]);
        return new PartView(listed, new PartForm(Add, texts.PasskeyAdd));
    }

    public override async Task<PartAnswer> ActAsync(string action, PartRequest request, CancellationToken cancellationToken)
    {
        var token = request.AccessToken;
        return action switch
        {
            Add => PartAnswer.Of(await request.RunAsync(PasskeyFlows.BeginRegistration, new(token), cancellationToken), prompt => Making(prompt, request.Texts)),
            Make => PartAnswer.Of(await request.RunAsync(PasskeyFlows.Register, new(token, request.Credential, request[PasskeyNames.Field]), cancellationToken)),
            Rename => PartAnswer.Of(await request.RunAsync(PasskeyFlows.Rename, new(token, request[Id], request[PasskeyNames.Field]), cancellationToken)),
            Remove => PartAnswer.Of(await request.RunAsync(PasskeyFlows.Remove, new(token, request[Id]), cancellationToken)),
            _ => await base.ActAsync(action, request, cancellationToken),
        };
    }

    public override string? DoneOf(string action, PageTexts texts) => action switch
    {
        Make => texts.PasskeyAdded,
        Rename => texts.SavedText,
        Remove => texts.PasskeyRemoved,
        _ => null,
    };

    public override string? FailureOf(Fault fault, PageTexts texts) => fault switch
    {
        _ when fault == PasskeyFaults.NotRegistered => texts.PasskeyNotAdded,
        _ when fault == PasskeyFaults.TooMany => texts.PasskeyTooMany,
        _ when fault.Is(Fault.LastSignInMethod) => texts.LastSignInMethodText,
        _ when fault == PasskeyFaults.NotFound || fault.Is(Fault.Conflict) => texts.GoneText,
        _ => null,
    };

    private static PartView Making(PasskeyPrompt prompt, PageTexts texts) => new(new PartForm(Make, texts.PasskeyMake)
    {
        Lead = texts.PasskeyMakeLead,
        Fields = [new(PasskeyNames.Field, texts.PasskeyName) { IsOptional = true }],
        NewKey = prompt.PublicKey,
    });

    private static PartRow RowOf(PasskeyDescription passkey, PageTexts texts)
    {
        var hidden = new Dictionary<string, string> { [Id] = $"{passkey.Id}" };
        var used = passkey.LastUsedAt is { } last ? texts.PasskeyUsed.Replace("{used}", PartRequest.DayOf(last), StringComparison.Ordinal) : texts.PasskeyNeverUsed;
        return new(passkey.Name)
        {
            Details = [$"{texts.PasskeySince.Replace("{since}", PartRequest.DayOf(passkey.CreatedAt), StringComparison.Ordinal)} · {used}", .. passkey.IsBackedUp ? [texts.PasskeyBackedUp] : Array.Empty<string>()],
            Forms =
            [
                new(Rename, texts.SaveButton) { Key = $"{passkey.Id}", Title = texts.RenameButton, Hidden = hidden, Fields = [new(PasskeyNames.Field, texts.PasskeyName) { Value = passkey.Name }], IsSecondary = true },
                new(Remove, texts.RemoveButton) { Key = $"{passkey.Id}", Lead = texts.PasskeyRemoveLead, Hidden = hidden, IsSecondary = true },
            ],
        };
    }
}
