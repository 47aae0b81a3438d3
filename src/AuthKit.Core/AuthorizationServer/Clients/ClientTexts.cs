namespace AuthKit.AuthorizationServer.Clients;

/// <summary>What a client says of itself for people to read, and the pages that it names.</summary>
internal static class ClientTexts
{
    private const int MaxName = 256;
    private const int MaxContacts = 10;

    /// <summary>Whether a text may be shown as a name: nothing that cannot be seen as itself or turns the text around it (Trojan Source, CVE-2021-42574).</summary>
    public static bool IsName(string text) =>
        text.Length is > 0 and <= MaxName && !text.Any(static c => char.IsControl(c) || c is '\u200E' or '\u200F' or '\u061C' or (>= '\u202A' and <= '\u202E') or (>= '\u2066' and <= '\u2069'));

    /// <summary>The members whose value cannot be.</summary>
    public static IEnumerable<string> Broken(ClientMetadata metadata)
    {
        foreach (var (member, text) in new[] { ("client_name", metadata.Name), ("software_id", metadata.SoftwareId), ("software_version", metadata.SoftwareVersion) })
        {
            if (text is not null && !IsName(text))
                yield return member;
        }

        foreach (var (member, address) in new[] { ("client_uri", metadata.ClientUri), ("logo_uri", metadata.LogoUri), ("tos_uri", metadata.TermsUri), ("policy_uri", metadata.PolicyUri) })
        {
            if (address is not null && !ClientUris.IsPage(address))
                yield return member;
        }

        if (metadata.InitiateLoginUri is { } login && !ClientUris.IsHttps(login))
            yield return "initiate_login_uri";
        if (metadata.Contacts is { } contacts && (contacts.Count > MaxContacts || !contacts.All(static contact => contact is not null && IsName(contact))))
            yield return "contacts";
    }
}
