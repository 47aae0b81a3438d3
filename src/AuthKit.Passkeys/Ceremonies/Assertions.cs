using AuthKit.Passkeys.Storage;
using AuthKit.Records;
using AuthKit.Users;
using Fido2NetLib;

namespace AuthKit.Passkeys.Ceremonies;

/// <summary>Judges what passkeys have signed (WebAuthn §7.2), and notes their use.</summary>
internal sealed class Assertions(RelyingParty party, TimeProvider time)
{
    /// <param name="reply">What the browser answered with; its challenge has been consumed.</param>
    /// <param name="user">Whose passkey it has to be, as it was read before.</param>
    /// <param name="records">The rows of the database that the account lives in.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public async Task<JudgedPasskey> JudgeAsync(AssertionReply reply, User user, IRecords records, CancellationToken cancellationToken)
    {
        if (await records.FindPasskeyAsync(reply.CredentialId, cancellationToken) is not { } passkey || !passkey.Counts(user))
            return new(PasskeyFailures.Unknown, null, []);
        if (!await IsSignedAsync(reply, passkey, cancellationToken))
            return new(PasskeyFailures.Invalid, passkey, []);
        if (reply.Data.IsBackupEligible != passkey.IsBackupEligible || reply.Data is { IsBackedUp: true, IsBackupEligible: false })
            return new(PasskeyFailures.BackupEligibility, passkey, []);
        if (await records.UsePasskeyAsync(passkey, user, reply.Data.SignCount, reply.Data.IsBackedUp, time.GetUtcNow(), cancellationToken))
            return new(null, passkey, PasskeyMethods.Of(reply.Data));
        var stands = await records.FindPasskeyAsync(user, passkey.Id, cancellationToken) is { RemovedAt: null };
        return new(stands ? PasskeyFailures.Cloned : PasskeyFailures.Unknown, passkey, []);
    }

    private async Task<bool> IsSignedAsync(AssertionReply reply, Passkey passkey, CancellationToken cancellationToken)
    {
        var asked = new MakeAssertionParams
        {
            AssertionResponse = reply.Raw,
            OriginalOptions = party.Asserting(reply.Challenge, allowed: []),
            StoredPublicKey = passkey.PublicKey,
            // The library lets a counter fall to 0; the conditional update that follows does not.
            StoredSignatureCounter = 0,
            // Whose the handle is has been found out by decrypting it.
            IsUserHandleOwnerOfCredentialIdCallback = static (_, _) => Task.FromResult(true),
        };
        return await LibraryCall.TryAsync(() => party.Library.MakeAssertionAsync(asked, cancellationToken), cancellationToken) is not null;
    }
}
