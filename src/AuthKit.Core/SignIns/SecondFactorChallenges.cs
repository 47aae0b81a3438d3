using System.Security.Cryptography;
using System.Text;
using AuthKit.Grants;
using AuthKit.Tenants;
using AuthKit.Tokens;
using AuthKit.Users;
using Microsoft.Extensions.Options;

namespace AuthKit.SignIns;

/// <summary>
/// Sign-ins that wait for their second factor: grants in the account's database, good for whoever asked (the client, its key, a device
/// that the account knows), and while no credential of the account changes.
/// </summary>
internal sealed class SecondFactorChallenges(OneTimeSecrets secrets, UserDatabases databases, TenantRegistry tenants, IOptions<AuthKitOptions> options, TimeProvider time)
{
    /// <summary>A challenge that can still be met.</summary>
    /// <param name="Grant">Its row.</param>
    /// <param name="SignIn">The sign-in that waits.</param>
    /// <param name="Account">The account as it was read for it, the caller's to dispose of.</param>
    /// <param name="Nonce">See <see cref="SecondFactorRequest.Nonce"/>.</param>
    public sealed record Open(Grant Grant, PendingSignIn SignIn, Account Account, ReadOnlyMemory<byte> Nonce);

    public async Task<SecondFactorChallenge> AddAsync(ProvedSignIn proved, string[] offered, SignInClient? client, string? device, FlowContext context, CancellationToken cancellationToken)
    {
        var (account, lifetime) = (proved.Account, options.Value.SignIn.ChallengeLifetime);
        var pending = new PendingSignIn([.. proved.Methods], offered, account.User.CredentialVersion)
        {
            Scope = proved.Scope,
            InBrowser = client is null,
            AccessKey = client?.AccessKey,
            Device = device is null ? null : Hash(device),
            KnownDevice = proved.KnownDevice,
            Provider = proved.Provider,
        };
        var token = OneTimeSecrets.NewToken(account.Tenant);
        var grant = new NewGrant(GrantKind.PendingSignIn, GrantKey.Of(token), time.GetUtcNow() + lifetime)
        {
            UserId = account.User.Id,
            ClientId = client?.Id ?? context.ClientId,
            Data = GrantData.Write(pending),
        };
        await secrets.AddAsync(account.Database, grant, cancellationToken);
        return new(token.Encode(), offered, (int)lifetime.TotalSeconds);
    }

    /// <summary>The challenge, for whoever asked for it; null for everybody else, and where it is used up, has expired, or the account is not as it was.</summary>
    public async Task<Open?> FindAsync(string? challenge, SignInClient? client, FlowContext context, CancellationToken cancellationToken)
    {
        if (!OpaqueToken.TryParse(challenge, out var token) || !await tenants.KnowsAsync(token.Tenant, cancellationToken) || (context.TenantHint is { } hint && hint != token.Tenant))
            return null;
        var database = await databases.OfAsync(token.Tenant, cancellationToken);
        Open? open = null;
        try
        {
            if (await secrets.FindOpenAsync(database, GrantKind.PendingSignIn, GrantKey.Of(token), cancellationToken) is not { } grant
                || grant.ClientId != (client?.Id ?? context.ClientId)
                || GrantData.Read<PendingSignIn>(grant) is not { } signIn
                || !IsWhoAsked(signIn, client, context)
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

    private static bool IsWhoAsked(PendingSignIn signIn, SignInClient? client, FlowContext context) =>
        signIn.InBrowser == client is null
        && signIn.AccessKey == client?.AccessKey
        && (signIn.Device is null || (context.Device is { } device && CryptographicOperations.FixedTimeEquals(signIn.Device, Hash(device))));

    private static byte[] Hash(string device) => SHA256.HashData(Encoding.UTF8.GetBytes(device));

    // HKDF (RFC 5869): what an authenticator signs is told to the caller's program, and finishes no sign-in.
    private static byte[] NonceOf(OpaqueToken token) => HKDF.DeriveKey(HashAlgorithmName.SHA256, token.Secret, SHA256.HashSizeInBytes, token.Handle, "AuthKit second factor"u8.ToArray());
}
