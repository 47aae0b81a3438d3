using System.Security.Cryptography;
using System.Text;
using AuthKit.Events;
using AuthKit.TwoFactor.Events;
using AuthKit.TwoFactor.Storage;
using AuthKit.Users;

namespace AuthKit.TwoFactor.Codes;

/// <summary>
/// Makes and judges recovery codes. What is kept of one is an HMAC under a key derived from the authenticator's secret, which the database
/// holds under Data Protection alone. A slow hash is for what people make up; 50 random bits are not guessed online, and whoever copies the
/// database has no key to try them with (a bare fast hash of so few would be searched in a day). So a judgement costs next to nothing, and ten
/// hashes need not be computed to find one.
/// </summary>
internal sealed class RecoveryCodes(AuthenticatorSecrets secrets, IEvents events, TimeProvider time)
{
    private const int PerBatch = 10;

    /// <summary>Codes that nobody has seen yet, and a batch of them to keep; they count once the authenticator names it.</summary>
    /// <param name="userId">Whose.</param>
    /// <param name="secret">The authenticator's secret.</param>
    public RecoveryBatch Make(Guid userId, byte[] secret)
    {
        var (now, key) = (time.GetUtcNow(), KeyOf(secret));
        var id = Guid.CreateVersion7(now);
        string[] codes = [.. Enumerable.Range(0, PerBatch).Select(static _ => RecoveryCodeText.New())];
        return new(id, codes, [.. codes.Select(code => new RecoveryCode(HashOf(key, RecoveryCodeText.Read(code)!), userId, id, now))]);
    }

    /// <summary>Whether a code is right, and this caller the one who has used it, of which the owner hears.</summary>
    public async Task<bool> UseAsync(Account account, EnabledAuthenticator authenticator, string? code, FlowContext context, CancellationToken cancellationToken)
    {
        if (RecoveryCodeText.Read(code) is not { } read
            || !secrets.TryUnprotect(account, authenticator.ProtectedSecret, out var secret)
            || !await account.Records.UseRecoveryCodeAsync(authenticator, HashOf(KeyOf(secret), read), time.GetUtcNow(), cancellationToken))
            return false;
        var left = await account.Records.CountRecoveryCodesAsync(authenticator, cancellationToken);
        await events.RaiseAsync(context, new RecoveryCodeUsed(left) { UserId = account.User.Id, Tenant = account.Tenant, ClientId = context.ClientId }, cancellationToken);
        return true;
    }

    private static byte[] KeyOf(byte[] secret) => AuthenticatorSecrets.Derive(secret, "AuthKit recovery codes"u8);

    private static byte[] HashOf(byte[] key, string code) => HMACSHA256.HashData(key, Encoding.ASCII.GetBytes(code));
}

/// <summary>Recovery codes that were made together.</summary>
/// <param name="Id">Their batch.</param>
/// <param name="Codes">As they are shown, once.</param>
/// <param name="Rows">As they are kept.</param>
internal sealed record RecoveryBatch(Guid Id, IReadOnlyList<string> Codes, IReadOnlyList<RecoveryCode> Rows)
{
    /// <inheritdoc/>
    public override string ToString() => nameof(RecoveryBatch);
}
