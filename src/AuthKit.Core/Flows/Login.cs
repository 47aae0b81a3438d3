using AuthKit.AuthorizationServer.Clients;
using AuthKit.Events;
using AuthKit.Sessions;
using AuthKit.SignIns;
using AuthKit.Tokens;
using AuthKit.Users;
using Microsoft.Extensions.Options;

namespace AuthKit;

/// <summary>Signs in with a password.</summary>
/// <param name="Identifier">An e-mail address or a user name.</param>
/// <param name="Password">The password.</param>
/// <param name="Scope">The scope asked for, values separated by spaces; by default a session that can be refreshed.</param>
/// <param name="Client">The client, where the contract has clients present themselves; it has to be the host's own.</param>
public sealed record Login(string? Identifier, string? Password, string? Scope = Scopes.OfflineAccess, ClientCredentials? Client = null) : Command
{
    /// <summary>Whether a user name will not do.</summary>
    public bool EmailOnly { get; init; }
}

internal sealed class LoginFlow(ClientRegistry clients, TokenKeys keys, PasswordSignIn signIn, SignInCompletion completion, IEvents events, IOptions<AuthKitOptions> options) : IFlow<Login, TokenPair>
{
    public async Task<Outcome<TokenPair>> RunAsync(Login command, FlowContext context, CancellationToken cancellationToken)
    {
        Client? client = null;
        if (command.Client is { } presented && !(await clients.AuthenticateAsync(presented, GrantTypes.Password, context, cancellationToken)).Succeeded(out client, out var refused))
            return refused;
        BrokenRule[] broken = [.. Check(command)];
        if (broken.Length > 0)
            return new Failure(Fault.Invalid, broken);
        var key = default(TokenKey);
        if (client is not null && !(await keys.OfAsync(client, context, cancellationToken)).Succeeded(out key, out var unproved))
            return unproved;

        var checking = await signIn.SignInAsync(command.Identifier!, command.Password!, context.TenantHint, context.Device, cancellationToken);
        if (!checking.Succeeded(out var signedIn, out var failure))
        {
            await events.RaiseFailureAsync(context, failure, sessionId: null, cancellationToken);
            return failure.Fault == Fault.InvalidCredentials ? Explain(command.Password!, context) : failure;
        }

        await using var account = signedIn.Account;
        var proved = new ProvedSignIn(account, AuthenticationMethods.PasswordAlone) { Scope = Scopes.Grant(command.Scope), KnownDevice = signedIn.KnownDevice };
        var whose = new SignInClient(client?.Id ?? context.ClientId) { Client = client, AccessKey = key.Access, RefreshKey = key.Refresh };
        return await completion.SignInAsync(proved, whose, context, cancellationToken);
    }

    private static IEnumerable<BrokenRule> Check(Login command)
    {
        if (command.EmailOnly && UserFields.Email(command.Identifier) is { } email)
            yield return email;
        else if (string.IsNullOrEmpty(command.Identifier))
            yield return new(Field.Identifier, Rule.Required);
        if (string.IsNullOrEmpty(command.Password))
            yield return new(Field.Password, Rule.Required);
    }

    // What is said depends on what was typed alone, so it tells nothing of any account.
    private Failure Explain(string password, FlowContext context) =>
        (context.PasswordRules ?? options.Value.Passwords.Rules).Short(password, Field.Password) is { } tooShort
            ? new(Fault.InvalidCredentials, [tooShort])
            : new(Fault.InvalidCredentials);
}

public static partial class Flows
{
    /// <summary>Signs in with a password.</summary>
    public static Flow<Login, TokenPair> Login { get; } = Flow<Login, TokenPair>.Of<LoginFlow>(takesCredentials: true, fails: [Fault.InvalidCredentials, Fault.EmailNotConfirmed, Fault.AccountDisabled, Fault.SecondFactorRequired, Fault.Busy]);
}
