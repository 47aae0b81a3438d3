using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using AuthKit.Tokens;

namespace AuthKit.Users.Attempts;

/// <summary>
/// Devices from which an account has signed in before (OWASP, device cookies). A known device's attempts have a count of their
/// own, so that whoever guesses at an account from elsewhere cannot lock its owner out. It lets nobody in.
/// </summary>
internal sealed class KnownDevices(KeyRing keys, AccessTokens tokens, ITokenClients clients)
{
    private const int IdBytes = 16;
    private const int TokenLength = (IdBytes + HMACSHA256.HashSizeInBytes) / 3 * 4;

    /// <summary>A token by which a device shows later that the account has signed in from it.</summary>
    public async ValueTask<string> IssueAsync(string tenant, Guid userId, CancellationToken cancellationToken)
    {
        var id = RandomNumberGenerator.GetBytes(IdBytes);
        return Base64Url.EncodeToString([.. id, .. await MacAsync(id, tenant, userId, cancellationToken)]);
    }

    /// <summary>What a request's proof of an earlier sign-in is worth for an account.</summary>
    /// <param name="proof">A token of <see cref="IssueAsync"/>, or an access token of the host's own clients; one that has expired or whose session has ended will do.</param>
    /// <param name="account">The account; null where there is none, for which the same work is done.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public async ValueTask<ClaimedDevice> CheckAsync(string? proof, Account? account, CancellationToken cancellationToken)
    {
        if (string.IsNullOrEmpty(proof))
            return default;
        var (tenant, userId) = account is null ? ("", Guid.Empty) : (account.Tenant, account.User.Id);
        if (proof.Contains('.', StringComparison.Ordinal))
        {
            var caller = await tokens.ReadAsync(proof, cancellationToken);
            return caller is not null && clients.IsOwn(caller.ClientId) && caller.Tenant == tenant && caller.UserId == userId ? new(true, caller.SessionId) : new(true, null);
        }

        return new(true, await FindAsync(proof, tenant, userId, cancellationToken));
    }

    /// <summary>Whether a token of <see cref="IssueAsync"/> is an account's.</summary>
    public async ValueTask<bool> IsOfAsync(string? token, string tenant, Guid userId, CancellationToken cancellationToken) =>
        token is not null && await FindAsync(token, tenant, userId, cancellationToken) is not null;

    private async ValueTask<Guid?> FindAsync(string token, string tenant, Guid userId, CancellationToken cancellationToken)
    {
        if (token.Length != TokenLength || !Base64Url.IsValid(token))
            return null;
        var bytes = Base64Url.DecodeFromChars(token);
        var mac = await MacAsync(bytes[..IdBytes], tenant, userId, cancellationToken);
        return CryptographicOperations.FixedTimeEquals(bytes.AsSpan(IdBytes), mac) ? new Guid(bytes.AsSpan(0, IdBytes)) : null;
    }

    private async ValueTask<byte[]> MacAsync(byte[] id, string tenant, Guid userId, CancellationToken cancellationToken)
    {
        var key = await keys.GetDirectoryKeyAsync(cancellationToken);
        return HMACSHA256.HashData(key, Encoding.UTF8.GetBytes($"device\n{tenant}\n{userId}\n{Convert.ToHexString(id)}"));
    }
}
