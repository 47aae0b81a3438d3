using AuthKit.Users;

namespace AuthKit.SignIns;

/// <summary>A sign-in that has proved all that its account asks for. Only <see cref="SignInPolicy"/> says so.</summary>
/// <param name="Account">The account, the caller's to dispose of.</param>
/// <param name="Methods">How it was proved (RFC 8176).</param>
internal sealed record ClearedSignIn(Account Account, IReadOnlyList<string> Methods)
{
    /// <summary>The account's when the first proof was checked.</summary>
    public required int? CredentialVersion { get; init; }

    /// <summary>The scope of the tokens.</summary>
    public required string Scope { get; init; }

    public bool KnownDevice { get; init; }

    public string? Provider { get; init; }

    /// <summary>What the device keeps to be trusted, where somebody asked for that.</summary>
    public string? DeviceToken { get; init; }
}
