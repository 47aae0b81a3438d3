using Microsoft.AspNetCore.Authentication;
using Microsoft.Extensions.Options;

namespace AuthKit.Security;

/// <summary>
/// Keeps <c>[Authorize]</c> on the host's own scheme, or on access tokens where it has none: ASP.NET Core takes the only
/// scheme there is as the default one, and AuthKit's own must not be what makes it two.
/// </summary>
internal sealed class DefaultScheme : IPostConfigureOptions<AuthenticationOptions>
{
    public void PostConfigure(string? name, AuthenticationOptions options)
    {
        string[] ofHost = [.. options.Schemes.Select(scheme => scheme.Name).Where(scheme => scheme is not (AuthKitDefaults.AuthenticationScheme or AuthKitDefaults.BrowserScheme))];
        options.DefaultScheme ??= ofHost switch
        {
            [] => AuthKitDefaults.AuthenticationScheme,
            [var only] => only,
            _ => null,
        };
    }
}
