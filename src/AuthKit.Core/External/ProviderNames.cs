namespace AuthKit.External;

/// <summary>What people know providers as.</summary>
internal sealed class ProviderNames(IEnumerable<IExternalProvider> providers)
{
    /// <summary>The provider's <see cref="IExternalProvider.DisplayName"/>; its name where the host has it no more.</summary>
    public string Of(string name) => providers.FirstOrDefault(provider => provider.Name == name)?.DisplayName ?? name;
}
