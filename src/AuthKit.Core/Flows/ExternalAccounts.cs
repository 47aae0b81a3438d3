using AuthKit.Databases;
using AuthKit.Events;
using AuthKit.External;
using AuthKit.Records;
using AuthKit.Tenants;
using AuthKit.Users;

namespace AuthKit;

/// <summary>
/// Finds the account that an identity at a provider opens, or makes one where there is none. An account that is there already opens by
/// itself only to a provider that is authoritative for its address; the owner of any other is asked by mail.
/// </summary>
internal sealed class ExternalAccounts(ExternalLinks links, ExternalLinkRequests requests, IEvents events, TimeProvider time)
{
    // How long a first sign-in under way elsewhere may take, nodes' clocks included.
    private static readonly TimeSpan FirstSignIn = TimeSpan.FromMinutes(10);

    /// <summary>The account; <see cref="Fault.InvalidExternalToken"/> where there is none and can be none, <see cref="Fault.LinkRequired"/> where its owner was asked.</summary>
    public async Task<Outcome<User>> OpenAsync(DatabaseLease home, ExternalIdentity identity, FlowContext context, CancellationToken cancellationToken)
    {
        var provider = identity.Login.Provider;
        if (!(await FindOrCreateAsync(home, identity, context, cancellationToken)).Succeeded(out var user, out var failure))
        {
            var reason = failure.Fault == Fault.LinkRequired ? SignInFailures.LinkRequired : SignInFailures.ExternalToken;
            await events.RaiseAsync(context, new SignInFailed(reason) { Provider = provider }, cancellationToken);
            return failure;
        }

        return user;
    }

    /// <summary>Whether a provider's id of a person can be kept as it is.</summary>
    public static bool IsKeepable(ExternalLogin login) => login.Subject.Length > 0 && login.Subject.Length <= ExternalLoginTable.Subject.Length && StorableText.Is(login.Subject);

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
