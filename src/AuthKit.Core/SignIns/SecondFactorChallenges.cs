using System.Security.Cryptography;
using System.Text;
using AuthKit.Grants;
using AuthKit.Tenants;
using AuthKit.Tokens;
using AuthKit.Users;
using Microsoft.Extensions.Options;

namespace AuthKit.SignIns;

/// <summary>
/// Sign-ins that wait for their second factor, and sessions whose owners prove it again: grants in the account's database, good for whoever
/// asked (the client, its key, the session, a device that the account knows), and while no credential of the account changes.
/// </summary>
internal sealed class SecondFactorChallenges(OneTimeSecrets secrets, UserDatabases databases, TenantRegistry tenants, IOptions<AuthKitOptions> options, TimeProvider time)
{
    /// <summary>A challenge that can still be met.</summary>
    /// <param name="Grant">Its row.</param>
    /// <param name="SignIn">The sign-in that waits.</param>
    /// <param name="Account">The account as it was read for it, the caller's to dispose of.</param>
    /// <param name="Nonce">See <see cref="SecondFactorRequest.Nonce"/>.</param>
    public sealed record Open(Grant Grant, PendingSignIn SignIn, Account Account, ReadOnlyMemory<byte> Nonce);

    /// <summary>Makes the challenge of a sign-in.</summary>
    public Task<SecondFactorChallenge> AddAsync(ProvedSignIn proved, string[] offered, ChallengeHolder holder, string? device, CancellationToken cancellationToken) =>
        AddAsync(proved.Account, holder, new([.. proved.Methods], offered, proved.Account.User.CredentialVersion)
        {
            Scope = proved.Scope,
            Device = device is null ? null : Hash(device),
            KnownDevice = proved.KnownDevice,
            Provider = proved.Provider,
        }, cancellationToken);

    /// <summary>Makes the challenge of a session whose owner proves again who they are.</summary>
    public Task<SecondFactorChallenge> AddAsync(Account account, string[] offered, ChallengeHolder holder, CancellationToken cancellationToken) =>
        AddAsync(account, holder, new([], offered, account.User.CredentialVersion) { Scope = "" }, cancellationToken);

    private async Task<SecondFactorChallenge> AddAsync(Account account, ChallengeHolder holder, PendingSignIn signIn, CancellationToken cancellationToken)
    {
        var lifetime = options.Value.SignIn.ChallengeLifetime;
        var token = OneTimeSecrets.NewToken(account.Tenant);
        var grant = new NewGrant(GrantKind.PendingSignIn, GrantKey.Of(token), time.GetUtcNow() + lifetime)
        {
            UserId = account.User.Id,
            ClientId = holder.ClientId,
            Data = GrantData.Write(signIn with { InBrowser = holder.InBrowser, AccessKey = holder.AccessKey, SessionId = holder.SessionId }),
        };
        await secrets.AddAsync(account.Database, grant, cancellationToken);
        return new(token.Encode(), signIn.Offered, (int)lifetime.TotalSeconds);
    }

    /// <summary>The challenge, for whoever asked for it; null for everybody else, and where it is used up, has expired, or the account is not as it was.</summary>
    public async Task<Open?> FindAsync(string? challenge, ChallengeHolder holder, FlowContext context, CancellationToken cancellationToken)
    {
        if (!OpaqueToken.TryParse(challenge, out var token) || !await tenants.KnowsAsync(token.Tenant, cancellationToken) || (context.TenantHint is { } hint && hint != token.Tenant))
            return null;
        var database = await databases.OfAsync(token.Tenant, cancellationToken);
        Open? open = null;
        try
        {
            if (await secrets.FindOpenAsync(database, GrantKind.PendingSignIn, GrantKey.Of(token), cancellationToken) is not { } grant
                || grant.ClientId != holder.ClientId
                || GrantData.Read<PendingSignIn>(grant) is not { } signIn
                || !IsWhoAsked(signIn, holder, context)
                || await database.Users.FindByIdAsync(grant.UserId, cancellationToken) is not { } user
                || !user.IsOfCredentials(signIn.CredentialVersion))
                return null;
            return open = new(grant, signIn, new(database, token.Tenant, user), NonceOf(token));
        }
        finally
        {
            if (open is null)
                await database.DisposeAsync();
        }
    }

    /// <summary>Uses a challenge up.</summary>
    /// <returns>Whether this caller was the one who did.</returns>
    public Task<bool> ConsumeAsync(Open challenge, CancellationToken cancellationToken) => secrets.ConsumeAsync(challenge.Account.Database, challenge.Grant, cancellationToken);

    private static bool IsWhoAsked(PendingSignIn signIn, ChallengeHolder holder, FlowContext context) =>
        signIn.InBrowser == holder.InBrowser
        && signIn.SessionId == holder.SessionId
        && signIn.AccessKey == holder.AccessKey
        && (signIn.Device is null || (context.Device is { } device && CryptographicOperations.FixedTimeEquals(signIn.Device, Hash(device))));

    private static byte[] Hash(string device) => SHA256.HashData(Encoding.UTF8.GetBytes(device));

    // HKDF (RFC 5869): what an authenticator signs is told to the caller's program, and finishes no sign-in.
    private static byte[] NonceOf(OpaqueToken token) => HKDF.DeriveKey(HashAlgorithmName.SHA256, token.Secret, SHA256.HashSizeInBytes, token.Handle, "AuthKit second factor"u8.ToArray());
}
