using AuthKit.Databases;
using AuthKit.Events;
using AuthKit.External;
using AuthKit.Tenants;
using AuthKit.Tokens;
using AuthKit.Users;

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
    IEvents events,
    TimeProvider time) : IFlow<LoginExternal, TokenPair>
{
    public async Task<Outcome<TokenPair>> RunAsync(LoginExternal command, FlowContext context, CancellationToken cancellationToken)
    {
        if (string.IsNullOrEmpty(command.AccessToken))
            return Failure.Of(Field.Token, Rule.Required);
        if (providers.FirstOrDefault(candidate => candidate.Name == command.Provider) is not { } provider)
            return Failure.Of(Field.Provider, Rule.Unknown);
        if (!(await provider.VerifyAsync(command.AccessToken, cancellationToken)).Succeeded(out var identity, out var failure))
        {
            if (failure.Fault == Fault.InvalidExternalToken)
                await events.RaiseAsync(context, new SignInFailed(SignInFailures.ExternalToken) { Provider = provider.Name }, cancellationToken);
            return failure;
        }

        var home = await homeDatabase.GetAsync(cancellationToken);
        if (await FindOrCreateAsync(home, identity, context, cancellationToken) is not { } user)
        {
            await events.RaiseAsync(context, new SignInFailed(SignInFailures.ExternalToken) { Provider = provider.Name }, cancellationToken);
            return Fault.InvalidExternalToken;
        }

        var tokens = await issuer.StartAsync(home, new(user.Id, user.CredentialVersion, context.ClientId, Scopes.OfflineAccess) { Refreshable = true }, new(Tenant.Home) { Email = user.Email }, cancellationToken);
        await events.RaiseAsync(context, new SignedIn(KnownDevice: false) { UserId = tokens.UserId, Tenant = Tenant.Home, SessionId = tokens.SessionId, ClientId = context.ClientId, Provider = provider.Name }, cancellationToken);
        return tokens;
    }

    private async Task<User?> FindOrCreateAsync(DatabaseLease home, ExternalIdentity identity, FlowContext context, CancellationToken cancellationToken)
    {
        if (await home.ExternalLogins.FindUserIdAsync(identity.Login, cancellationToken) is { } known)
            return await home.Users.FindByIdAsync(known, cancellationToken);
        if (identity.VerifiedEmail is not { } email || UserFields.Email(email) is not null)
            return null;
        var (user, isNew) = await OwnerAsync(home, identity, email, context, cancellationToken);
        if (await home.ExternalLogins.AddAsync(identity.Login, user.Id, time.GetUtcNow(), cancellationToken))
        {
            await events.RaiseAsync(context, new ExternalLoginLinked(identity.Login.Provider, isNew) { UserId = user.Id, Tenant = Tenant.Home, ClientId = context.ClientId }, cancellationToken);
            return user;
        }

        // A race of two first sign-ins: the other one made the link.
        return await home.ExternalLogins.FindUserIdAsync(identity.Login, cancellationToken) is { } winner ? await home.Users.FindByIdAsync(winner, cancellationToken) : null;
    }

    /// <summary>The account that has the address from now on; whoever writes in between, the next look finds.</summary>
    private async Task<(User User, bool IsNew)> OwnerAsync(DatabaseLease home, ExternalIdentity identity, string email, FlowContext context, CancellationToken cancellationToken)
    {
        while (true)
        {
            var user = await home.Users.FindByEmailAsync(LoginName.Normalize(email), cancellationToken);
            if (user is { EmailVerified: true })
                return (user, false);
            if (user is null)
            {
                user = NewUser(identity, email);
                if (await home.Users.CreateAsync(user, cancellationToken) is UserWrite.Done)
                {
                    await events.RaiseAsync(context, new Registered { UserId = user.Id, Tenant = Tenant.Home, ClientId = context.ClientId, Provider = identity.Login.Provider }, cancellationToken);
                    return (user, true);
                }
            }
            else if (await ClaimAsync(home, user, identity.Login.Provider, context, cancellationToken) is { } claimed)
            {
                return (claimed, false);
            }
        }
    }

    /// <summary>
    /// Nobody had proved to own the address, so whoever registered it may not be its owner, who arrives only now: that
    /// password and those sessions end.
    /// </summary>
    private async Task<User?> ClaimAsync(DatabaseLease home, User user, string provider, FlowContext context, CancellationToken cancellationToken)
    {
        var claimed = user with { EmailVerified = true, PasswordHash = null, CredentialVersion = user.CredentialVersion + 1 };
        if (await home.Users.UpdateAsync(claimed, cancellationToken) is not UserWrite.Done)
            return null;
        await events.RaiseAsync(context, new PasswordRemoved(provider) { UserId = user.Id, Tenant = Tenant.Home, ClientId = context.ClientId }, cancellationToken);
        await revocation.RevokeAsync(home, claimed, except: null, cancellationToken);
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
