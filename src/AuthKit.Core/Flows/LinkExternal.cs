using AuthKit.External;
using AuthKit.Grants;
using AuthKit.Users;

namespace AuthKit;

/// <summary>
/// Lets an external identity sign in to an account, by a secret that was mailed to the account's address after
/// <see cref="LoginExternal"/> had failed with <see cref="Fault.LinkRequired"/>.
/// </summary>
/// <param name="Token">The mailed token.</param>
/// <param name="Password">
/// The account's password. It is asked for where nobody had proved to own the address when it was set: it may be a stranger's, and who
/// has the address but not the password resets it first.
/// </param>
public sealed record LinkExternal(string? Token, string? Password = null) : Command;

internal sealed class LinkExternalFlow(ExternalLinkRequests requests, OneTimeSecrets secrets, PasswordAuthenticator authenticator, ExternalLinks links) : IFlow<LinkExternal, Unit>
{
    public async Task<Outcome<Unit>> RunAsync(LinkExternal command, FlowContext context, CancellationToken cancellationToken)
    {
        if (string.IsNullOrEmpty(command.Token))
            return Failure.Of(Field.Token, Rule.Required);
        if (await requests.FindAsync(command.Token, cancellationToken) is not (_, _, var asked))
            return Fault.InvalidLinkToken;
        await asked.DisposeAsync();
        if (!(await authenticator.TakeTurnAsync(asked.User.Email, context.Device, cancellationToken)).Succeeded(out var turn, out var failure))
            return failure;
        using var judged = turn;
        if (await requests.FindAsync(command.Token, cancellationToken) is not (var grant, var link, var found))
            return Fault.InvalidLinkToken;
        await using var owner = found;
        var user = owner.User;
        if (NeedsPassword(user))
        {
            if (string.IsNullOrEmpty(command.Password))
                return Failure.Of(Field.Password, Rule.Required);
            if (!(await authenticator.AuthenticateAsync(owner, command.Password, default, cancellationToken)).Succeeded(out var standing, out failure))
                return failure.Fault == Fault.InvalidCredentials ? Fault.WrongPassword : failure;
            user = standing.User;
        }

        if (!await secrets.ConsumeAsync(owner.Database, grant, cancellationToken))
            return Fault.InvalidLinkToken;
        return await links.AddAsync(owner.Database, user, new ExternalLogin(link.Provider, link.Subject), context, cancellationToken) is null ? Fault.Conflict : Unit.Value;
    }

    public static bool NeedsPassword(User user) => user is { EmailVerified: false, PasswordHash: not null };
}

public static partial class Flows
{
    /// <summary>Lets an external identity sign in to an account, by a mailed secret.</summary>
    public static Flow<LinkExternal, Unit> LinkExternal { get; } = Flow<LinkExternal, Unit>.Of<LinkExternalFlow>(takesCredentials: true);
}
