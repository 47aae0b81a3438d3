using AuthKit.Features;
using AuthKit.Features.ExternalSchemes;
using Microsoft.AspNetCore.Authentication;
using Microsoft.Extensions.Options;

namespace AuthKit.Security;

/// <summary>
/// Keeps <c>[Authorize]</c> on the host's own scheme, or on access tokens where it has none: ASP.NET Core takes the only
/// scheme there is as the default one, and AuthKit's own must not be what makes it two. Schemes that people sign in to AuthKit's
/// accounts through are nobody's default either.
/// </summary>
internal sealed class DefaultScheme(IEnumerable<Feature> features) : IPostConfigureOptions<AuthenticationOptions>
{
    private readonly bool _takesRemote = features.Any(static feature => feature is ExternalSchemesFeature);

    public void PostConfigure(string? name, AuthenticationOptions options)
    {
        string[] ofHost = [.. options.Schemes.Where(scheme => !_takesRemote || !SchemeDiscovery.IsRemote(scheme.HandlerType)).Select(static scheme => scheme.Name)
            .Where(static scheme => scheme is not (AuthKitDefaults.AuthenticationScheme or AuthKitDefaults.BrowserScheme or ExternalCookie.Scheme))];
        options.DefaultScheme ??= ofHost switch
        {
            [] => AuthKitDefaults.AuthenticationScheme,
            [var only] => only,
            _ => null,
        };
    }
}
