using AuthKit.Security;

namespace Microsoft.AspNetCore.Builder;

/// <summary>Says which of the host's own endpoints take API keys.</summary>
public static class ApiKeyEndpointExtensions
{
    /// <summary>Has endpoints that ask for no scope take API keys, whatever their scope is (<see cref="AllowApiKeysAttribute"/>): <c>app.MapGet("/ping", …).RequireAuthorization().AllowApiKeys()</c>.</summary>
    public static TBuilder AllowApiKeys<TBuilder>(this TBuilder endpoints) where TBuilder : IEndpointConventionBuilder
    {
        endpoints.Add(static endpoint => endpoint.Metadata.Add(new AllowApiKeysAttribute()));
        return endpoints;
    }
}
