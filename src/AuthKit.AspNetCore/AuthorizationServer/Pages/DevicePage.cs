using AuthKit.Pages;

namespace AuthKit.AuthorizationServer.Pages;

/// <summary>Where people let in a device without a browser (RFC 8628 §3.3): they type its code, see what it would get, and decide.</summary>
internal sealed class DevicePage() : Page(OAuthPages.Device)
{
    private const string Result = "result";

    public override bool TakesCredentials => true;

    public override bool IsDestination => true;

    public override async Task<PageReply> AnswerAsync(PageRequest request, CancellationToken cancellationToken)
    {
        // An address that has the code in it saves typing, and nothing else (§3.3.1).
        var code = request["user_code"] ?? request.Query("user_code");
        if (request.Options.DevicePage is { } own)
            return PageReply.See(PageAddresses.Add(own, new KeyValuePair<string, string?>("user_code", code)));
        if (!request.IsPost && request.Query(Result) is { } result)
            return DeviceForms.Decided(request, result == "allowed");
        if (!(await request.RunAsync(OAuthFlows.GetBrowserUser, new(request.Browser), cancellationToken)).Succeeded(out var user, out _))
            return SignIn(request, code);
        if (!request.IsPost)
            return DeviceForms.Ask(request, user.Email, code, failure: null);
        return Decisions.Read(request) is { } allowed
            ? await DecideAsync(request, user.Email, code, allowed, cancellationToken)
            : await ConfirmAsync(request, user.Email, code, cancellationToken);
    }

    private static async Task<PageReply> ConfirmAsync(PageRequest request, string email, string? code, CancellationToken cancellationToken) =>
        (await request.RunAsync(OAuthFlows.FindDevice, new(code), cancellationToken)).Succeeded(out var device, out var failure)
            ? DeviceForms.Confirm(request, email, code!, device)
            : DeviceForms.Ask(request, email, code, failure);

    private static async Task<PageReply> DecideAsync(PageRequest request, string email, string? code, bool allowed, CancellationToken cancellationToken)
    {
        if ((await request.RunAsync(OAuthFlows.DecideDevice, new(code, request.Browser, allowed), cancellationToken)).Succeeded(out _, out var failure))
            return PageReply.See(request.Addresses.Of(OAuthPages.Device, [new(Result, allowed ? "allowed" : "denied"), new("ui_locales", request.Locales)]));
        return failure.Fault.Is(Fault.LoginRequired) ? SignIn(request, code) : DeviceForms.Ask(request, email, code, failure);
    }

    private static PageReply SignIn(PageRequest request, string? code) => AuthorizationAnswer.SignIn(
        request,
        request.Addresses.Of(OAuthPages.Device, [new("user_code", code), new("ui_locales", request.Locales)]));
}
