using System.Runtime.CompilerServices;
using AuthKit.AuthorizationServer;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Options;

namespace AuthKit.Security;

/// <summary>
/// Reads off an endpoint's policies what it asks of access tokens. A scope belongs to one interface, so that an endpoint which asks for a
/// scope has said to which interface it belongs; <c>RequireApi</c> says it of one that asks for none.
/// </summary>
internal sealed class EndpointAccesses(IAuthorizationPolicyProvider policies, IOptions<AuthKitOptions> options)
{
    private readonly ConditionalWeakTable<Endpoint, EndpointAccess> _known = [];

    /// <exception cref="InvalidOperationException">The endpoint belongs to two interfaces, or to one that there is not, or asks for an authentication context that there is not.</exception>
    public async ValueTask<EndpointAccess> OfAsync(HttpContext http)
    {
        if (http.GetEndpoint() is not { } endpoint)
            return EndpointAccess.Any;
        if (_known.TryGetValue(endpoint, out var known))
            return known;
        var read = await ReadAsync(endpoint);
        if (policies.AllowsCachingPolicies)
            _known.AddOrUpdate(endpoint, read);
        return read;
    }

    private async Task<EndpointAccess> ReadAsync(Endpoint endpoint)
    {
        var policy = await AuthorizationPolicy.CombineAsync(policies, endpoint.Metadata.GetOrderedMetadata<IAuthorizeData>(), endpoint.Metadata.GetOrderedMetadata<AuthorizationPolicy>());
        string[] scopes = [.. policy?.Requirements.OfType<ScopeRequirement>().Select(requirement => requirement.Scope).Distinct() ?? []];
        string[] named = [.. policy?.Requirements.OfType<ApiRequirement>().Select(requirement => requirement.Identifier) ?? []];
        var apis = options.Value.OAuth.Apis;
        if (named.Except(apis.Select(api => api.Identifier)).FirstOrDefault() is { } unknown)
            throw new InvalidOperationException($"The endpoint '{endpoint.DisplayName}' belongs to the interface '{unknown}', which there is not in OAuth.Apis.");
        Api[] owners = [.. apis.Where(api => named.Contains(api.Identifier) || api.Scopes.Any(scope => scopes.Contains(scope.Name)))];
        return owners.Length < 2
            ? new(owners.FirstOrDefault(), scopes)
            {
                MaxAge = policy?.Requirements.OfType<RecentProofRequirement>().Min(static requirement => (TimeSpan?)requirement.MaxAge),
                Context = ContextOf(endpoint, policy),
            }
            : throw new InvalidOperationException($"The endpoint '{endpoint.DisplayName}' asks for scopes of several interfaces: {string.Join(", ", owners.Select(api => api.Identifier))}.");
    }

    private string? ContextOf(Endpoint endpoint, AuthorizationPolicy? policy)
    {
        var (signIn, named) = (options.Value.SignIn, policy?.Requirements.OfType<AuthenticationContextRequirement>().Select(static requirement => requirement.Context).Distinct().ToArray() ?? []);
        if (named.FirstOrDefault(name => name != signIn.SingleFactorContext && name != signIn.MultiFactorContext) is { } unknown)
            throw new InvalidOperationException($"The endpoint '{endpoint.DisplayName}' asks for the authentication context '{unknown}'; those that there are, are SignIn.SingleFactorContext ('{signIn.SingleFactorContext}') and SignIn.MultiFactorContext ('{signIn.MultiFactorContext}').");
        return named.Contains(signIn.MultiFactorContext) ? signIn.MultiFactorContext : named.FirstOrDefault();
    }
}
