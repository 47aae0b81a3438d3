namespace AuthKit.AuthorizationServer;

/// <summary>A profile of OAuth 2.0 that an authorization server can be held to.</summary>
public enum SecurityProfile
{
    /// <summary>What RFC 9700 asks of every server, and what each client and option says beyond that.</summary>
    None,

    /// <summary>
    /// The FAPI 2.0 Security Profile (final), for banks, health and whatever else must not be stolen: authorization requests are pushed, with
    /// PKCE; clients prove who they are by a key; tokens are bound to one; nothing is signed with RS256. A host or client that cannot be so
    /// is refused at start-up, with a sentence that says what to write.
    /// </summary>
    Fapi2,
}
