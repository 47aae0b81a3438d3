using Microsoft.AspNetCore.Http;

namespace AuthKit.Security;

/// <summary>Tells which tenant a request points to, where an e-mail address or user name alone would not.</summary>
public interface ITenantHint
{
    /// <summary>A tenant's alias; <see cref="Tenants.Tenant.Home"/> for the home database; null for no hint.</summary>
    string? Of(HttpContext http);
}
