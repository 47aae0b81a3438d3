using AuthKit.External;
using AuthKit.Users;

namespace AuthKit.Features.Import;

/// <summary>An account of another system.</summary>
/// <param name="SourceId">What the system calls it, 1 to 255 characters that never change.</param>
public sealed record ImportedAccount(string SourceId)
{
    /// <summary>The e-mail address; an account without one is refused.</summary>
    public string? Email { get; init; }

    /// <summary>Whether the system says that the address was verified.</summary>
    public bool EmailVerified { get; init; }

    /// <summary>The user name, if any. One that is the e-mail address is none.</summary>
    public string? UserName { get; init; }

    /// <summary>The hash of the password, as AuthKit or an <see cref="Passwords.IForeignPasswordHash"/> reads it; null where there is no password.</summary>
    public string? PasswordHash { get; init; }

    /// <summary>What the account says of its owner.</summary>
    public UserProfile Profile { get; init; } = UserProfile.Empty;

    /// <summary>When the account was made; null where that is not known.</summary>
    public DateTimeOffset? CreatedAt { get; init; }

    /// <summary>Whether nobody may sign in to it; such an account is refused, or taken in disabled (<see cref="AccountImport.TakeDisabled"/>).</summary>
    public bool Disabled { get; init; }

    /// <summary>The identities at providers that open it, under the names that this host gives the providers.</summary>
    public IReadOnlyList<ExternalLogin> ExternalIdentities { get; init; } = [];

    /// <inheritdoc/>
    public override string ToString() => nameof(ImportedAccount);
}
