namespace AuthKit.AuthorizationServer.Requests;

/// <summary>The values of <c>prompt</c> (OpenID Connect Core 1.0 §3.1.2.1).</summary>
internal static class Prompts
{
    /// <summary>No page may be shown.</summary>
    public const string None = "none";

    /// <summary>The user has to prove who they are again.</summary>
    public const string Login = "login";

    /// <summary>The user has to consent again.</summary>
    public const string Consent = "consent";

    /// <summary>The user has to say which account is meant.</summary>
    public const string SelectAccount = "select_account";

    /// <summary>The user wants a new account (OpenID Connect Prompt Create 1.0 §4).</summary>
    public const string Create = "create";

    public static IReadOnlyList<string> Of(string? prompt) => [.. (prompt ?? "").Split(' ', StringSplitOptions.RemoveEmptyEntries).Distinct(StringComparer.Ordinal)];
}
