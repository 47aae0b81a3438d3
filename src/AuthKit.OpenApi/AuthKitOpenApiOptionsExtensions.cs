using AuthKit.OpenApi;
using Microsoft.AspNetCore.OpenApi;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Adds AuthKit's routes to an OpenAPI document.</summary>
public static class AuthKitOpenApiOptionsExtensions
{
    /// <summary>Describes every route of every mapped contract, with the fields it reads and the replies it gives: <c>AddOpenApi(o => o.AddAuthKit())</c>.</summary>
    public static OpenApiOptions AddAuthKit(this OpenApiOptions options) => options.AddDocumentTransformer<ContractTransformer>();
}
