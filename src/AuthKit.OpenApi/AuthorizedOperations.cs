using System.Globalization;
using AuthKit.Hosting;
using AuthKit.Security;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.Extensions.Options;
using Microsoft.OpenApi;

namespace AuthKit.OpenApi;

/// <summary>Says of the host's own endpoints which of them ask for an access token of AuthKit's, so that Swagger UI and generated clients send one.</summary>
internal sealed class AuthorizedOperations(
    IAuthorizationPolicyProvider policies,
    IAuthenticationSchemeProvider schemes,
    ContractRegistry contracts,
    IOptions<AuthKitOptions> options) : IOpenApiOperationTransformer
{
    private const string ProblemJson = "application/problem+json";

    public async Task TransformAsync(OpenApiOperation operation, OpenApiOperationTransformerContext context, CancellationToken cancellationToken)
    {
        if (context.Document is not { } document || await PolicyOfAsync(context.Description.ActionDescriptor.EndpointMetadata) is not { } policy || !await IsOursAsync(policy))
            return;
        string[] scopes = [.. policy.Requirements.OfType<ScopeRequirement>().Select(requirement => requirement.Scope)];
        operation.Security = [.. operation.Security ?? [], .. new SecuritySchemes(document, contracts, options.Value).OfHost(scopes)];
        operation.Responses ??= [];
        operation.Responses.TryAdd(Status(StatusCodes.Status401Unauthorized), Problem("No access token, or one that is invalid.", document));
        if (policy.Requirements.Any(requirement => requirement is not Microsoft.AspNetCore.Authorization.Infrastructure.DenyAnonymousAuthorizationRequirement))
            operation.Responses.TryAdd(Status(StatusCodes.Status403Forbidden), Problem("The access token does not allow this.", document));
    }

    private async Task<AuthorizationPolicy?> PolicyOfAsync(IList<object> metadata)
    {
        if (metadata.OfType<IAllowAnonymous>().Any())
            return null;
        var asked = await AuthorizationPolicy.CombineAsync(policies, metadata.OfType<IAuthorizeData>(), metadata.OfType<AuthorizationPolicy>());
        return asked ?? await policies.GetFallbackPolicyAsync();
    }

    private async Task<bool> IsOursAsync(AuthorizationPolicy policy) => policy.AuthenticationSchemes.Count > 0
        ? policy.AuthenticationSchemes.Contains(AuthKitDefaults.AuthenticationScheme)
        : (await schemes.GetDefaultAuthenticateSchemeAsync())?.Name == AuthKitDefaults.AuthenticationScheme;

    private static OpenApiResponse Problem(string description, OpenApiDocument document) => new()
    {
        Description = description,
        Content = new Dictionary<string, OpenApiMediaType> { [ProblemJson] = new OpenApiMediaType { Schema = new ModelSchemas(document).Of(typeof(BearerProblem), "AuthKit") } },
    };

    private static string Status(int status) => status.ToString(CultureInfo.InvariantCulture);
}
