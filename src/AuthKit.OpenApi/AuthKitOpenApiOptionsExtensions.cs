using AuthKit.OpenApi;
using Microsoft.AspNetCore.OpenApi;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Adds AuthKit's routes to an OpenAPI document.</summary>
public static class AuthKitOpenApiOptionsExtensions
{
    /// <summary>
    /// Describes every route of every mapped contract: the fields it reads, the replies it gives, failures included, an
    /// example of each, and how callers authenticate. The host's own endpoints that ask for an access token of AuthKit's are
    /// described as asking for it: <c>AddOpenApi(o => o.AddAuthKit())</c>.
    /// </summary>
    public static OpenApiOptions AddAuthKit(this OpenApiOptions options) => options
        .AddOperationTransformer<AuthorizedOperations>()
        .AddDocumentTransformer<ContractTransformer>();
}
