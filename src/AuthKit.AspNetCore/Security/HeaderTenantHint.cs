using AuthKit.Tenants;
using Microsoft.AspNetCore.Http;

namespace AuthKit.Security;

/// <summary>The header <c>X-Tenant</c>: a tenant's alias, or <c>home</c>.</summary>
internal sealed class HeaderTenantHint : ITenantHint
{
    public string? Of(HttpContext http) => http.Request.Headers["X-Tenant"].ToString() switch
    {
        "" => null,
        "home" => Tenant.Home,
        var alias => alias,
    };
}
