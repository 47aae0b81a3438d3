using AuthKit.External;

namespace AuthKit.Features.ExternalSchemes;

/// <summary>The schemes that people sign in through, once the host has started.</summary>
internal sealed class KnownSchemes : IExternalProviderNames
{
    /// <summary>In the order in which the host added them.</summary>
    public IReadOnlyList<KnownScheme> All { get; set; } = [];

    /// <summary>The one whose identities are kept under a name.</summary>
    public KnownScheme? Of(string? provider) => All.FirstOrDefault(scheme => scheme.Provider == provider);

    public string? Find(string provider) => Of(provider)?.DisplayName;
}
