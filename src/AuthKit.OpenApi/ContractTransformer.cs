using AuthKit.Http;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.AspNetCore.Routing;
using Microsoft.OpenApi;

namespace AuthKit.OpenApi;

/// <summary>Writes a path for each <see cref="ContractPath"/> among the host's endpoints.</summary>
internal sealed class ContractTransformer(EndpointDataSource endpoints) : IOpenApiDocumentTransformer
{
    private const string BearerScheme = "bearer";

    public async Task TransformAsync(OpenApiDocument document, OpenApiDocumentTransformerContext context, CancellationToken cancellationToken)
    {
        document.AddComponent(BearerScheme, new OpenApiSecurityScheme { Type = SecuritySchemeType.Http, Scheme = BearerScheme, BearerFormat = "JWT" });
        document.Paths ??= [];
        foreach (var path in endpoints.Endpoints.Select(endpoint => endpoint.Metadata.GetMetadata<ContractPath>()).OfType<ContractPath>())
        {
            var item = new OpenApiPathItem();
            foreach (var routes in path.Routes.GroupBy(route => route.Method))
                item.AddOperation(new HttpMethod(routes.Key), await OperationAsync(document, path, [.. routes], context, cancellationToken));
            document.Paths[path.Path] = item;
        }
    }

    private static async Task<OpenApiOperation> OperationAsync(OpenApiDocument document, ContractPath path, IReadOnlyList<ContractRoute> routes, OpenApiDocumentTransformerContext context, CancellationToken cancellationToken)
    {
        var operation = new OpenApiOperation
        {
            OperationId = $"{path.Contract}{path.Path.Replace('/', '.')}.{routes[0].Method.ToLowerInvariant()}",
            Tags = new HashSet<OpenApiTagReference> { new(path.Contract, document) },
            Parameters = [.. routes.SelectMany(RequestSchema.Parameters)],
            RequestBody = RequestSchema.Body(routes),
            Responses = new() { ["default"] = Response("A failure.", [await SchemaAsync(routes[0].Failure)]) },
        };
        if (routes.Any(route => route.Bearer))
            operation.Security = [new() { [new OpenApiSecuritySchemeReference(BearerScheme, document)] = [] }];
        foreach (var status in routes.GroupBy(route => route.Status))
        {
            List<OpenApiSchema> successes = [];
            foreach (var success in status.Select(route => route.Success).OfType<Type>())
                successes.Add(await SchemaAsync(success));
            operation.Responses[status.Key.ToString(System.Globalization.CultureInfo.InvariantCulture)] = Response("A success.", successes);
        }

        return operation;

        Task<OpenApiSchema> SchemaAsync(Type type) => context.GetOrCreateSchemaAsync(type, parameterDescription: null, cancellationToken);
    }

    private static OpenApiResponse Response(string description, IReadOnlyList<OpenApiSchema> schemas)
    {
        var response = new OpenApiResponse { Description = description };
        if (schemas.Count > 0)
            response.Content = new Dictionary<string, OpenApiMediaType> { ["application/json"] = new OpenApiMediaType { Schema = RequestSchema.OneOf(schemas) } };
        return response;
    }
}
