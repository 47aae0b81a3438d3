namespace AuthKit.External;

/// <summary>What people know providers as.</summary>
internal sealed class ProviderNames(IEnumerable<IExternalProvider> providers, IEnumerable<IExternalProviderNames> names)
{
    /// <summary>The provider's <see cref="IExternalProvider.DisplayName"/>, or what a feature calls it; its name where the host has it no more.</summary>
    public string Of(string name) =>
        names.Select(known => known.Find(name)).FirstOrDefault(static known => known is not null)
        ?? providers.FirstOrDefault(provider => provider.Name == name)?.DisplayName
        ?? name;
}
