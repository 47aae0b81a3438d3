using AuthKit.Events;
using AuthKit.Tokens;
using AuthKit.Users;
using AuthKit.Users.Attempts;

namespace AuthKit.Features.MailedCodes;

/// <summary>Signs in with a mailed code.</summary>
/// <param name="Challenge">What whoever asked for the code was answered with.</param>
/// <param name="Code">The code, as it was typed or came with the link.</param>
public sealed record SignInWithMailedCode(string? Challenge, string? Code) : Command;

internal sealed class SignInWithMailedCodeFlow(MailedCodeRedemption redemption, KnownDevices devices, SessionIssuer issuer, IEvents events) : IFlow<SignInWithMailedCode, TokenPair>
{
    public async Task<Outcome<TokenPair>> RunAsync(SignInWithMailedCode command, FlowContext context, CancellationToken cancellationToken)
    {
        if (!(await redemption.RedeemAsync(command.Challenge, command.Code, context, cancellationToken)).Succeeded(out var opened, out var failure))
            return failure;
        await using var account = opened;
        return await StartAsync(account, context, cancellationToken);
    }

    private async Task<Outcome<TokenPair>> StartAsync(Account account, FlowContext context, CancellationToken cancellationToken)
    {
        var tokens = await issuer.StartAsync(
            account.Database,
            new(account.User.Id, account.User.CredentialVersion, context.ClientId, Scopes.OfflineAccess) { Refreshable = true },
            new(account.Tenant) { Email = account.User.Email },
            cancellationToken);
        var device = await devices.CheckAsync(context.Device, account, cancellationToken);
        await events.RaiseAsync(context, new SignedIn(KnownDevice: device.Id is not null) { UserId = tokens.UserId, Tenant = account.Tenant, SessionId = tokens.SessionId, ClientId = context.ClientId }, cancellationToken);
        return tokens;
    }
}

public static partial class MailedCodeFlows
{
    /// <summary>Signs in with a mailed code.</summary>
    public static Flow<SignInWithMailedCode, TokenPair> SignIn { get; } = Flow<SignInWithMailedCode, TokenPair>.Of<SignInWithMailedCodeFlow>(takesCredentials: true, fails: [MailedCodeFaults.InvalidCode]);
}
