using AuthKit.External;

namespace AuthKit.Features.ExternalSchemes;

/// <summary>What the host says of a remote authentication scheme.</summary>
public sealed class ExternalScheme
{
    /// <summary>What people know the provider as, on buttons and in mails.</summary>
    /// <value>Default: null, which is the scheme's own display name, or its name.</value>
    public string? DisplayName { get; set; }

    /// <summary>The name under which identities are kept: at most 64 characters, and never another one once there are any.</summary>
    /// <value>Default: null, which is the scheme's name.</value>
    public string? Provider { get; set; }

    /// <summary>
    /// The domains whose addresses the provider gives out itself, so that nobody else can own one: only for these does its word open an
    /// account that is there already. For any other address the owner is asked by mail.
    /// </summary>
    /// <value>Default: none.</value>
    public IReadOnlyList<string> Authoritative { get; set; } = [];

    /// <summary>Whether the provider is authoritative for the domain that it names in the claim <c>hd</c> too, as Google is for those that it hosts.</summary>
    /// <value>Default: false.</value>
    public bool IsAuthoritativeForHostedDomain { get; set; }

    /// <summary>
    /// Says of the scheme that it is Google, which is authoritative for addresses of Gmail and of the organisations that it hosts. Identities
    /// are those that sign in by Google's tokens as well (<see cref="LoginExternal"/>).
    /// </summary>
    public void UseGoogle()
    {
        (Provider, Authoritative, IsAuthoritativeForHostedDomain) = (ExternalProviders.Google, ["gmail.com", "googlemail.com"], true);
        DisplayName ??= "Google";
    }
}
