using AuthKit.Security;
using Microsoft.AspNetCore.Http;

namespace AuthKit.Docs.Tests.Extending;

public sealed class HostNameHint : ITenantHint
{
    // acme.app.example signs in the users of tenant acme.
    public string? Of(HttpContext http) => http.Request.Host.Host.EndsWith(".app.example", StringComparison.Ordinal)
        ? http.Request.Host.Host.Split('.')[0]
        : null;
}
