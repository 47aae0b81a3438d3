namespace AuthKit.External;

/// <summary>Knows what people know providers as that no <see cref="IExternalProvider"/> stands for. A feature that signs in through others registers it.</summary>
public interface IExternalProviderNames
{
    /// <summary>What people know a provider as; null where it is not known here.</summary>
    /// <param name="provider">The provider, as <see cref="ExternalLogin.Provider"/> names it.</param>
    string? Find(string provider);
}
