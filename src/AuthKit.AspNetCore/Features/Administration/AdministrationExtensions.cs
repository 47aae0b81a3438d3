using AuthKit.Features;
using AuthKit.Features.Administration;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Adds administration to AuthKit.</summary>
public static class AdministrationExtensions
{
    /// <summary>
    /// Lets accounts with the role of <see cref="AdministrationOptions.Role"/> find, see, make, change, shut and delete accounts, of the home database and of tenants. Nobody has the
    /// role at first: the command <c>authkit create-admin</c> gives it. It is idempotent.
    /// </summary>
    /// <param name="builder">What <c>AddAuthKit</c> returned.</param>
    /// <param name="configure">Changes <see cref="AuthKit.AuthKitOptions.Administration"/>.</param>
    public static AuthKitBuilder AddAdministration(this AuthKitBuilder builder, Action<AdministrationOptions>? configure = null) =>
        builder.AddAdministrationCore(configure).AddFeature(new ProofFeature()).AddFeature(new AdministrationFeature());
}
