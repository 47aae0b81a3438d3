using System.Security.Cryptography;
using AuthKit.Passkeys.Storage;
using AuthKit.Users;
using Fido2NetLib;

namespace AuthKit.Passkeys.Ceremonies;

/// <summary>Judges passkeys that were made (WebAuthn §7.1).</summary>
internal sealed class Registrations(RelyingParty party, TimeProvider time)
{
    /// <summary>The passkey, not yet kept; null where something about it is not in order.</summary>
    /// <param name="reply">What the browser answered with; its challenge has been consumed.</param>
    /// <param name="handle">The handle of the account that the challenge was for.</param>
    /// <param name="user">The account.</param>
    /// <param name="name">What its owner calls the passkey.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public async Task<Passkey?> JudgeAsync(RegistrationReply reply, byte[] handle, User user, string name, CancellationToken cancellationToken)
    {
        var asked = new MakeNewCredentialParams
        {
            AttestationResponse = reply.Raw,
            OriginalOptions = party.Creating(reply.Challenge, new Fido2User { Id = handle, Name = user.Email, DisplayName = user.Email }, existing: []),
            // Whether it is known is decided by the index.
            IsCredentialIdUniqueToUserCallback = static (_, _) => Task.FromResult(true),
        };
        var made = await LibraryCall.TryAsync(() => party.Library.MakeNewCredentialAsync(asked, cancellationToken), cancellationToken);
        if (made is null || made.Id.Length is 0 or > PasskeyTable.MaxCredentialId || made.PublicKey.Length > PasskeyTable.MaxPublicKey)
            return null;
        // What cannot be backed up is not (WebAuthn §6.1.3).
        if (made is { IsBackedUp: true, IsBackupEligible: false })
            return null;
        var now = time.GetUtcNow();
        return new()
        {
            Id = Guid.CreateVersion7(now),
            UserId = user.Id,
            CredentialId = made.Id,
            CredentialHash = SHA256.HashData(made.Id),
            PublicKey = made.PublicKey,
            SignCount = made.SignCount,
            Aaguid = made.AaGuid.ToByteArray(bigEndian: true),
            Transports = reply.Transports,
            IsBackupEligible = made.IsBackupEligible,
            IsBackedUp = made.IsBackedUp,
            IsUserVerified = reply.Data.UserVerified,
            Name = name,
            CreatedAt = now,
            IsAddressProved = user.EmailVerified,
            CredentialVersion = user.CredentialVersion,
        };
    }
}
