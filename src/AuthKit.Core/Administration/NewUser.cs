using AuthKit.Users;

namespace AuthKit.Administration;

/// <summary>An account that the host makes.</summary>
/// <param name="Email">The e-mail address.</param>
public sealed record NewUser(string Email)
{
    /// <summary>The user name, if any.</summary>
    public string? UserName { get; init; }

    /// <summary>The password, which has to satisfy the host's rules; null for an account without one, whose owner asks for a reset.</summary>
    public string? Password { get; init; }

    /// <summary>In place of a password, its hash: a PHC string, or a foreign one that a <see cref="Passwords.IForeignPasswordHash"/> verifies. It is upgraded at the first sign-in.</summary>
    public string? PasswordHash { get; init; }

    /// <summary>Whether the host knows that the address is the owner's.</summary>
    public bool EmailVerified { get; init; }

    /// <summary>What the account says of its owner.</summary>
    public UserProfile Profile { get; init; } = UserProfile.Empty;

    /// <summary>Its roles.</summary>
    public IReadOnlyCollection<string> Roles { get; init; } = [];

    /// <inheritdoc/>
    public override string ToString() => nameof(NewUser);
}
