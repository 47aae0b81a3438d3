using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;

namespace AuthKit.Hosting;

/// <summary>What is right while one develops, and not in Production.</summary>
internal sealed class ProductionWarnings(IHostEnvironment environment, IDataProtectionProvider protection, IOptions<KeyManagementOptions> keys) : IStartupWarning
{
    public IEnumerable<string> Of(AuthKitOptions options)
    {
        if (!environment.IsProduction())
            yield break;
        if (!Uri.TryCreate(options.Issuer, UriKind.Absolute, out var issuer) || issuer.Scheme != Uri.UriSchemeHttps)
            yield return $"Issuer is '{options.Issuer}'; set it to the https address that clients know this host by, for tokens name it and metadata is found under it.";
        if (protection is EphemeralDataProtectionProvider)
            yield return "Data Protection forgets its keys when the process ends, and with them the signing keys and who lives in which tenant; call AddDataProtection().PersistKeysTo….";
        else if (keys.Value.XmlRepository is null)
            yield return "Data Protection keeps its keys where this machine's account has its files, which a container loses and other nodes do not see; call AddDataProtection().PersistKeysTo….";
    }
}
