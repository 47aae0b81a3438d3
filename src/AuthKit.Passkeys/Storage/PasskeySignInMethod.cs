using AuthKit.Records;
using AuthKit.Users;

namespace AuthKit.Passkeys.Storage;

/// <summary>While an account has a passkey that counts, its owner can sign in.</summary>
internal sealed class PasskeySignInMethod : ISignInMethod
{
    public async Task<bool> IsOpenAsync(User user, IRecords records, CancellationToken cancellationToken) =>
        (await records.PasskeysOfAsync(user, cancellationToken)).Count > 0;
}
