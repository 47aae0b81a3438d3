using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using AuthKit.Tenants;
using AuthKit.Users;

namespace AuthKit.Features.MailedCodes;

/// <summary>
/// Codes, and what is kept of them. Six digits are found in a moment by whoever tries them all against a hash, so that what is kept is an
/// HMAC under the directory's key, which the database holds under Data Protection alone: neither a copy of the database nor the
/// asker's secret beside it is enough.
/// </summary>
internal sealed class MailedCodeSecrets(IDirectoryKey keys)
{
    private const ulong Codes = 1_000_000;

    /// <summary>The code of one account, derived from what a request keeps in the outbox: the same at each attempt to mail it.</summary>
    public static string CodeOf(byte[] secret, string tenant, Guid userId)
    {
        var bits = BitConverter.ToUInt64(HMACSHA256.HashData(secret, Encoding.UTF8.GetBytes($"{tenant}\n{userId}")));
        // Of 2^64 values, which code comes a little more often than another is beyond anybody's notice.
        return (bits % Codes).ToString("D6", CultureInfo.InvariantCulture);
    }

    /// <summary>What a person has typed as a code, without the blanks and hyphens that six digits are often written with.</summary>
    public static string Clean(string typed) => string.Concat(typed.Where(static c => !char.IsWhiteSpace(c) && c != '-'));

    /// <summary>What is kept of a code, of one account and one request.</summary>
    public async ValueTask<byte[]> HashAsync(byte[] handle, string tenant, Guid userId, string code, CancellationToken cancellationToken) =>
        await MacAsync($"mailed-code\n{Convert.ToHexString(handle)}\n{tenant}\n{userId}\n{code}", cancellationToken);

    /// <summary>What an address's wrong codes are counted by.</summary>
    public ValueTask<byte[]> SubjectOfAsync(string email, CancellationToken cancellationToken) => MacAsync($"mailed-code-address\n{LoginName.Normalize(email)}", cancellationToken);

    /// <summary>The account that a code was mailed for; null for any other code. As much is computed for a request that no code was mailed for.</summary>
    public async ValueTask<CodeAccount?> MatchAsync(CodeChallenge challenge, string code, CancellationToken cancellationToken)
    {
        CodeAccount[] accounts = challenge.Accounts is { } kept ? CodeAccounts.Read(kept) : [];
        CodeAccount? matching = null;
        foreach (var account in accounts)
        {
            var hash = await HashAsync(challenge.Handle, account.Tenant, account.UserId, code, cancellationToken);
            var isRight = CryptographicOperations.FixedTimeEquals(account.CodeHash, hash);
            matching ??= isRight ? account : null;
        }

        if (accounts.Length == 0)
            _ = await HashAsync(challenge.Handle, Tenant.Home, Guid.Empty, code, cancellationToken);
        return matching;
    }

    private async ValueTask<byte[]> MacAsync(string text, CancellationToken cancellationToken) =>
        HMACSHA256.HashData(await keys.GetDirectoryKeyAsync(cancellationToken), Encoding.UTF8.GetBytes(text));
}
