using AuthKit.Databases;
using AuthKit.Events;
using AuthKit.External;
using AuthKit.Records;
using AuthKit.SignIns;
using AuthKit.Tenants;
using AuthKit.Users;

namespace AuthKit;

/// <summary>
/// Signs in with another provider's access token, making the account where there is none. An account that is there already opens by
/// itself only to a provider that is authoritative for its address; any other fails with <see cref="Fault.LinkRequired"/>, and
/// the owner is mailed a link that lets it sign in.
/// </summary>
/// <param name="Provider">The provider's name, for example <see cref="ExternalProviders.Google"/>; null where the request names none that is known.</param>
/// <param name="AccessToken">The provider's access token.</param>
public sealed record LoginExternal(string? Provider, string? AccessToken) : Command;

internal sealed class LoginExternalFlow(
    IEnumerable<IExternalProvider> providers,
    HomeDatabase homeDatabase,
    ExternalLinks links,
    ExternalLinkRequests requests,
    SignInCompletion completion,
    IEvents events,
    TimeProvider time) : IFlow<LoginExternal, TokenPair>
{
    // How long a first sign-in under way elsewhere may take, nodes' clocks included.
    private static readonly TimeSpan FirstSignIn = TimeSpan.FromMinutes(10);

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

        if (!StorableText.Is(identity.Login.Subject) || identity.Login.Subject.Length > ExternalLoginTable.Subject.Length)
            return Fault.InvalidExternalToken;

        var home = await homeDatabase.GetAsync(cancellationToken);
        if (!(await FindOrCreateAsync(home, identity, context, cancellationToken)).Succeeded(out var user, out failure))
        {
            var reason = failure.Fault == Fault.LinkRequired ? SignInFailures.LinkRequired : SignInFailures.ExternalToken;
            await events.RaiseAsync(context, new SignInFailed(reason) { Provider = provider.Name }, cancellationToken);
            return failure;
        }

        var proved = new ProvedSignIn(new(home, Tenant.Home, user), Methods: []) { Provider = provider.Name };
        return await completion.SignInAsync(proved, new(context.ClientId), context, cancellationToken);
    }

    /// <summary>The account that the identity opens; whoever writes in between, the next look finds.</summary>
    private async Task<Outcome<User>> FindOrCreateAsync(DatabaseLease home, ExternalIdentity identity, FlowContext context, CancellationToken cancellationToken)
    {
        while (true)
        {
            var link = await home.ExternalLogins.FindAsync(identity.Login, cancellationToken);
            var linked = link is null ? null : await home.Users.FindByIdAsync(link.UserId, cancellationToken);
            if (linked is not null && link!.IsBoundTo(linked))
                return linked;
            if (identity.VerifiedEmail is not { } email || UserFields.Email(email) is not null)
                return Fault.InvalidExternalToken;

            // A first sign-in at the same time has written its link and not yet its account, or has failed in between.
            if (link is not null && linked is null && time.GetUtcNow() - link.CreatedAt < FirstSignIn)
            {
                if (await CreateAsync(home, link, identity, email, context, cancellationToken) is { } finished)
                    return finished;
            }
            else if (await home.Users.FindByNameAsync(email, cancellationToken) is { } owner)
            {
                if (!Opens(owner, identity, email))
                {
                    // The owner may be this identity, whose first sign-in at the same time has made both since the link was looked for.
                    if (link is null && await home.ExternalLogins.FindAsync(identity.Login, cancellationToken) is not null)
                        continue;
                    return await requests.AskAsync(owner, identity.Login, cancellationToken);
                }

                if (await links.AddAsync(home, owner, identity.Login, context, cancellationToken) is { } proved)
                    return proved;
            }
            else if (link is not null)
            {
                await home.ExternalLogins.RemoveAsync(link, cancellationToken);
            }
            else if (NewLink(identity) is var first && await home.ExternalLogins.AddAsync(first, cancellationToken))
            {
                if (await CreateAsync(home, first, identity, email, context, cancellationToken) is { } created)
                    return created;
            }
        }
    }

    /// <summary>
    /// Whether the provider's word alone proves who owns an account. Folded equality only finds it. A password that was set while nobody had
    /// proved to own the address may be a stranger's, who must not share the account with its owner; nor is it taken away here.
    /// </summary>
    private static bool Opens(User owner, ExternalIdentity identity, string email) =>
        identity.IsAuthoritative && LoginName.IsSameMailbox(owner.Email, email) && (owner.EmailVerified || owner.PasswordHash is null);

    /// <summary>The account of a link that was written first, so that of two at once one makes it; null where the address has another by now.</summary>
    private async Task<User?> CreateAsync(DatabaseLease home, ExternalLoginRecord link, ExternalIdentity identity, string email, FlowContext context, CancellationToken cancellationToken)
    {
        var profile = new UserProfile { Name = identity.Name };
        var user = new User
        {
            Id = link.UserId,
            Email = email,
            EmailVerified = link.ProvedAt is not null,
            // A name that no account may have is left out.
            Profile = UserFields.Profile(profile).Any() ? UserProfile.Empty : profile,
            CredentialVersion = 0,
            CreatedAt = time.GetUtcNow(),
        };
        if (await home.Users.CreateAsync(user, cancellationToken) is UserWrite.Done)
        {
            await events.RaiseAsync(context, new Registered { UserId = user.Id, Tenant = Tenant.Home, ClientId = context.ClientId, Provider = link.Provider }, cancellationToken);
            await events.RaiseAsync(context, new ExternalLoginLinked(link.Provider, NewAccount: true) { UserId = user.Id, Tenant = Tenant.Home, ClientId = context.ClientId }, cancellationToken);
            return user;
        }

        if (await home.Users.FindByIdAsync(link.UserId, cancellationToken) is { } made)
            return made;
        await home.ExternalLogins.RemoveAsync(link, cancellationToken);
        return null;
    }

    private ExternalLoginRecord NewLink(ExternalIdentity identity)
    {
        var now = time.GetUtcNow();
        return new(identity.Login.Provider, identity.Login.Subject, Guid.CreateVersion7(now), now) { ProvedAt = identity.IsAuthoritative ? now : null, CredentialVersion = 0 };
    }
}

public static partial class Flows
{
    /// <summary>Signs in with another provider's access token.</summary>
    public static Flow<LoginExternal, TokenPair> LoginExternal { get; } = Flow<LoginExternal, TokenPair>.Of<LoginExternalFlow>(takesCredentials: true, fails: [Fault.InvalidExternalToken, Fault.LinkRequired, Fault.SecondFactorRequired, Fault.ProviderUnavailable]);
}
