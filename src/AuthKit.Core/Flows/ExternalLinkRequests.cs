using AuthKit.Databases;
using AuthKit.External;
using AuthKit.Grants;
using AuthKit.Mail;
using AuthKit.Tenants;
using AuthKit.Tokens;
using AuthKit.Users;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace AuthKit;

/// <summary>What a mailed link lets in, as its grant keeps it.</summary>
/// <param name="Provider">The provider's name.</param>
/// <param name="Subject">The provider's id of the person.</param>
/// <param name="CredentialVersion">The account's when the mail was written: the link is void once a credential has changed.</param>
internal sealed record RequestedLink(string Provider, string Subject, int CredentialVersion);

/// <summary>Asks an account's owner by mail whether an external identity is theirs, and finds what was asked.</summary>
internal sealed class ExternalLinkRequests(HomeDatabase home, OneTimeSecrets secrets, Outbox outbox, IOptions<AuthKitOptions> options, TimeProvider time, ILogger<ExternalLinkRequests> logger)
{
    /// <summary>Enqueues the mail, for the account's own address, however the provider spells it.</summary>
    /// <returns><see cref="Fault.LinkRequired"/>.</returns>
    public async Task<Fault> AskAsync(User owner, ExternalLogin login, CancellationToken cancellationToken)
    {
        var token = OneTimeSecrets.NewToken(Tenant.Home);
        var expires = time.GetUtcNow() + options.Value.External.LinkLifetime;
        await outbox.EnqueueAsync(ExternalLinkMail.Name, new ExternalLinkMailData(owner.Id, login.Provider, login.Subject, token.Handle, token.Secret, expires), expires, cancellationToken);
        logger.Asked(owner.Id, login.Provider);
        return Fault.LinkRequired;
    }

    /// <summary>The link that a mailed token stands for, and the account as it is now; null where the token is unknown, expired, used or void.</summary>
    public async Task<(Grant Grant, RequestedLink Link, Account Owner)?> FindAsync(string? mailed, CancellationToken cancellationToken)
    {
        if (!OpaqueToken.TryParse(mailed, out var token) || token.Tenant != Tenant.Home)
            return null;
        var database = await home.GetAsync(cancellationToken);
        if (await secrets.FindOpenAsync(database, GrantKind.ExternalLink, GrantKey.Of(token), cancellationToken) is not { } grant)
            return null;
        var link = GrantData.Read<RequestedLink>(grant);
        return await database.Users.FindByIdAsync(grant.UserId, cancellationToken) is { } user && link.CredentialVersion == (user.CredentialVersion ?? 0)
            ? (grant, link, new(database, Tenant.Home, user))
            : null;
    }
}
