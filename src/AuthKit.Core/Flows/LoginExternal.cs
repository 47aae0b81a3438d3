using AuthKit.Databases;
using AuthKit.External;
using AuthKit.Tenants;
using AuthKit.Tokens;
using AuthKit.Users;
using Microsoft.Extensions.Logging;

namespace AuthKit;

/// <summary>Signs in with another provider's access token, making the account where there is none.</summary>
/// <param name="Provider">The provider's name, for example <see cref="ExternalProviders.Google"/>; null where the request names none that is known.</param>
/// <param name="AccessToken">The provider's access token.</param>
public sealed record LoginExternal(string? Provider, string? AccessToken) : Command;

internal sealed class LoginExternalFlow(
    IEnumerable<IExternalProvider> providers,
    HomeDatabase homeDatabase,
    CredentialRevocation revocation,
    SessionIssuer issuer,
    TimeProvider time,
    ILogger<LoginExternalFlow> logger) : IFlow<LoginExternal, TokenPair>
{
    public async Task<Outcome<TokenPair>> RunAsync(LoginExternal command, FlowContext context, CancellationToken cancellationToken)
    {
        if (string.IsNullOrEmpty(command.AccessToken))
            return Failure.Of(Field.Token, Rule.Required);
        if (providers.FirstOrDefault(candidate => candidate.Name == command.Provider) is not { } provider)
            return Failure.Of(Field.Provider, Rule.Unknown);
        if (!(await provider.VerifyAsync(command.AccessToken, cancellationToken)).Succeeded(out var identity, out var failure))
            return failure;

        var home = await homeDatabase.GetAsync(cancellationToken);
        if (await FindOrCreateAsync(home, identity, cancellationToken) is not { } user)
            return Fault.InvalidExternalToken;
        return await issuer.StartAsync(home, new(user.Id, user.CredentialVersion, context.ClientId, Scopes.OfflineAccess) { Refreshable = true }, new(Tenant.Home) { Email = user.Email }, cancellationToken);
    }

    private async Task<User?> FindOrCreateAsync(DatabaseLease home, ExternalIdentity identity, CancellationToken cancellationToken)
    {
        if (await home.ExternalLogins.FindUserIdAsync(identity.Login, cancellationToken) is { } known)
            return await home.Users.FindByIdAsync(known, cancellationToken);
        if (identity.VerifiedEmail is not { } email || UserFields.Email(email) is not null)
            return null;
        var user = await OwnerAsync(home, identity, email, cancellationToken);
        if (await home.ExternalLogins.AddAsync(identity.Login, user.Id, time.GetUtcNow(), cancellationToken))
            return user;
        // A race of two first sign-ins: the other one made the link.
        return await home.ExternalLogins.FindUserIdAsync(identity.Login, cancellationToken) is { } winner ? await home.Users.FindByIdAsync(winner, cancellationToken) : null;
    }

    /// <summary>The account that has the address from now on; whoever writes in between, the next look finds.</summary>
    private async Task<User> OwnerAsync(DatabaseLease home, ExternalIdentity identity, string email, CancellationToken cancellationToken)
    {
        while (true)
        {
            var user = await home.Users.FindByNameAsync(email, cancellationToken);
            if (user is { EmailVerified: true })
                return user;
            if (user is null)
            {
                user = NewUser(identity, email);
                if (await home.Users.CreateAsync(user, cancellationToken) is UserWrite.Done)
                    return user;
            }
            else if (await ClaimAsync(home, user, identity.Login.Provider, cancellationToken) is { } claimed)
            {
                return claimed;
            }
        }
    }

    /// <summary>
    /// Nobody had proved to own the address, so whoever registered it may not be its owner, who arrives only now: that
    /// password and those sessions end.
    /// </summary>
    private async Task<User?> ClaimAsync(DatabaseLease home, User user, string provider, CancellationToken cancellationToken)
    {
        var claimed = user with { EmailVerified = true, PasswordHash = null, CredentialVersion = user.CredentialVersion + 1 };
        if (await home.Users.UpdateAsync(claimed, cancellationToken) is not UserWrite.Done)
            return null;
        await revocation.RevokeAsync(home, claimed, except: null, cancellationToken);
        logger.PasswordRemoved(user.Id, provider);
        return claimed;
    }

    private User NewUser(ExternalIdentity identity, string email) => new()
    {
        Id = Guid.CreateVersion7(time.GetUtcNow()),
        Email = email,
        EmailVerified = true,
        Profile = new() { Name = identity.Name },
        CredentialVersion = 0,
        CreatedAt = time.GetUtcNow(),
    };
}

public static partial class Flows
{
    /// <summary>Signs in with another provider's access token.</summary>
    public static Flow<LoginExternal, TokenPair> LoginExternal { get; } = Flow<LoginExternal, TokenPair>.Of<LoginExternalFlow>(takesCredentials: true);
}
