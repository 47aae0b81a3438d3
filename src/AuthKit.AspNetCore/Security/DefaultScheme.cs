using Microsoft.AspNetCore.Authentication;
using Microsoft.Extensions.Options;

namespace AuthKit.Security;

/// <summary>
/// Keeps <c>[Authorize]</c> on the host's own scheme, or on access tokens where it has none: ASP.NET Core takes the only
/// scheme there is as the default one, and with the pages' cookie there are two.
/// </summary>
internal sealed class DefaultScheme : IPostConfigureOptions<AuthenticationOptions>
{
    public void PostConfigure(string? name, AuthenticationOptions options)
    {
        string[] others = [.. options.Schemes.Select(scheme => scheme.Name).Where(scheme => scheme != AuthKitDefaults.BrowserScheme)];
        if (others.Length == 1)
            options.DefaultScheme ??= others[0];
    }
}
