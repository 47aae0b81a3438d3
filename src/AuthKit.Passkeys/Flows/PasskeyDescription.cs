using AuthKit.Passkeys.Storage;

namespace AuthKit.Passkeys;

/// <summary>A passkey as its owner sees it.</summary>
/// <param name="Id">By which it is renamed and removed.</param>
/// <param name="Name">What its owner calls it.</param>
/// <param name="CreatedAt">When it was added.</param>
/// <param name="LastUsedAt">When it was last used; null where it never was.</param>
/// <param name="IsBackupEligible">Whether its key may be copied to the owner's other devices.</param>
/// <param name="IsBackedUp">Whether it was, when it was last used: one that is outlasts the loss of a device.</param>
/// <param name="Aaguid">The make of its authenticator, as that says itself (WebAuthn §6.5.1); all zeros where it does not say.</param>
/// <param name="Transports">How its authenticator can be reached, for example <c>internal</c> or <c>usb</c>.</param>
public sealed record PasskeyDescription(
    Guid Id,
    string Name,
    DateTimeOffset CreatedAt,
    DateTimeOffset? LastUsedAt,
    bool IsBackupEligible,
    bool IsBackedUp,
    Guid Aaguid,
    IReadOnlyList<string> Transports)
{
    internal static PasskeyDescription Of(Passkey passkey) => new(
        passkey.Id,
        passkey.Name,
        passkey.CreatedAt,
        passkey.LastUsedAt,
        passkey.IsBackupEligible,
        passkey.IsBackedUp,
        new Guid(passkey.Aaguid, bigEndian: true),
        passkey.Transports?.Split(',') ?? []);
}
