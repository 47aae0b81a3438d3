namespace AuthKit.Grants;

/// <summary>What a mailed reset was made under: it is void once the account's credential has changed.</summary>
/// <param name="CredentialVersion">The account's then.</param>
internal sealed record MailedReset(int CredentialVersion)
{
    /// <summary>What a grant was made under; 0 where a node of schema version 3 made it, which did not say.</summary>
    public static int VersionOf(Grant grant) => grant.Data is null ? 0 : GrantData.Read<MailedReset>(grant).CredentialVersion;
}
