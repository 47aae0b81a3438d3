namespace AuthKit.Clients;

/// <summary>An application that signs users in.</summary>
public sealed class Client
{
    /// <summary>The client's id (RFC 6749 §2.2).</summary>
    public string Id { get; set; } = "";

    /// <summary>The client's secret (RFC 6749 §2.3.1); null for a public client.</summary>
    public string? Secret { get; set; }

    /// <summary>The grants it may use, for example <c>password</c> and <c>refresh_token</c>.</summary>
    public IList<string> Grants { get; } = [];

    /// <summary>Where a browser may be sent back to, compared exactly (RFC 9700 §2.1).</summary>
    public IList<string> RedirectUris { get; } = [];

    /// <summary>Whether it is the host's own, and may therefore see passwords. The password grant is closed to all others (RFC 9700 §2.4).</summary>
    public bool FirstParty { get; set; }
}
