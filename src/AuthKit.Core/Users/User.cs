using AuthKit.Tokens;

namespace AuthKit.Users;

/// <summary>An account.</summary>
public sealed record User : ITokenUser
{
    /// <summary>The account's id, which is the <c>sub</c> of its tokens: a UUID version 7, so that rows cluster by age.</summary>
    public required Guid Id { get; init; }

    /// <summary>The e-mail address, as its owner wrote it; unique in its <see cref="LoginName.Normalize">normalised</see> form.</summary>
    public required string Email { get; init; }

    /// <summary>Whether a secret mailed to <see cref="Email"/> came back, or a trusted provider vouched for it.</summary>
    public bool EmailVerified { get; init; }

    /// <summary>The user name, or null; unique in its <see cref="LoginName.Normalize">normalised</see> form.</summary>
    public string? UserName { get; init; }

    /// <summary>The password's hash as a PHC string, or a foreign hash not yet upgraded; null where there is no password.</summary>
    public string? PasswordHash { get; init; }

    /// <summary>What the account says of its owner.</summary>
    public UserProfile Profile { get; init; } = UserProfile.Empty;

    /// <summary>Failed sign-ins in a row.</summary>
    public int FailedSignIns { get; init; }

    /// <summary>When the last of <see cref="FailedSignIns"/> was.</summary>
    public DateTimeOffset? LastFailedSignIn { get; init; }

    /// <summary>When the account was made.</summary>
    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>Counts the updates, from 1; an update is refused where it has moved on.</summary>
    public long Version { get; init; } = 1;

    /// <summary>
    /// Counts how often a credential was set, reset or removed, from 0: written together with the credential, so that no
    /// session counts that was born of an earlier one. Null where the store keeps no such count.
    /// </summary>
    public int? CredentialVersion { get; init; }

    /// <summary>When an administrator shut the account, so that nobody signs in to it; null where it is open. Shutting it raises <see cref="CredentialVersion"/>, so that no session of before counts.</summary>
    public DateTimeOffset? DisabledAt { get; init; }

    /// <summary>
    /// When the account is to be erased, with all that belongs to it; null where it is not. It is shut until then, and comes back where this is taken
    /// back before.
    /// </summary>
    public DateTimeOffset? EraseAt { get; init; }

    /// <summary>The roles of its owner, each once.</summary>
    public IReadOnlyList<string> Roles { get; init; } = [];

    /// <summary>The values of fields of the host's own, as a JSON object; null where there are none.</summary>
    public string? Fields { get; init; }

    /// <summary>The day, in UTC, on which its owner last signed in or refreshed a session; null where no day is known.</summary>
    public DateOnly? LastSeenOn { get; init; }

    /// <inheritdoc/>
    public override string ToString() => $"User {Id}";
}
