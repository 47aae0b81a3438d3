using System.Buffers;

namespace AuthKit.Users.Roles;

/// <summary>The names of roles, as an account's row keeps them.</summary>
internal static class RoleNames
{
    /// <summary>The most characters that all roles of an account take together, with the spaces between them.</summary>
    public const int MaxLength = 1024;

    /// <summary>The most characters of one name.</summary>
    public const int MaxName = 64;

    private static readonly SearchValues<char> Allowed = SearchValues.Create("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-_.:");

    public static bool IsName(string name) => name.Length is > 0 and <= MaxName && !name.AsSpan().ContainsAnyExcept(Allowed);

    public static string? Join(IReadOnlyList<string> roles) => roles.Count == 0 ? null : string.Join(' ', roles);

    /// <summary>The names; none where there is no text. Whoever owns a tenant's database can write anything into it.</summary>
    public static IReadOnlyList<string> Split(string? roles) => roles is null ? [] : roles.Split(' ', StringSplitOptions.RemoveEmptyEntries);
}
