namespace AuthKit.Users;

/// <summary>What an account says of its owner; the names are those of OpenID Connect Core 1.0 §5.1. Null is "never given", empty is "given as empty".</summary>
public sealed record UserProfile
{
    /// <summary>A profile that says nothing.</summary>
    public static UserProfile Empty { get; } = new();

    /// <summary>The full name, in displayable form.</summary>
    public string? Name { get; init; }

    /// <summary>The given name.</summary>
    public string? GivenName { get; init; }

    /// <summary>The family name.</summary>
    public string? FamilyName { get; init; }

    /// <summary>The telephone number, as the owner writes it.</summary>
    public string? PhoneNumber { get; init; }

    /// <summary>The postal address, in one piece.</summary>
    public string? Address { get; init; }

    /// <summary>An e-mail address to be reached at; it never signs in and never receives one-time secrets.</summary>
    public string? ContactEmail { get; init; }
}
