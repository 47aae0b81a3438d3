using System.Globalization;
using System.Net.Mime;
using AuthKit.Hosting;
using AuthKit.Http;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Options;
using Microsoft.OpenApi;

namespace AuthKit.OpenApi;

/// <summary>Writes a path for each <see cref="ContractPath"/> among the host's endpoints.</summary>
internal sealed class ContractTransformer(EndpointDataSource endpoints, ContractRegistry contracts, IOptions<AuthKitOptions> options) : IOpenApiDocumentTransformer
{
    public Task TransformAsync(OpenApiDocument document, OpenApiDocumentTransformerContext context, CancellationToken cancellationToken)
    {
        var writing = new Writing(document, new(document), new(document), new(document, contracts, options.Value));
        // Paths begin with a slash; where a client joins them to a server that ends with one, no route is found.
        foreach (var server in document.Servers ?? [])
            server.Url = server.Url?.TrimEnd('/') is { Length: > 0 } url ? url : server.Url;
        document.Paths ??= [];
        foreach (var path in endpoints.Endpoints.Select(endpoint => endpoint.Metadata.GetMetadata<ContractPath>()).OfType<ContractPath>())
        {
            var examples = Examples.Of(path);
            var item = new OpenApiPathItem();
            foreach (var routes in path.Routes.GroupBy(route => route.Method))
                item.AddOperation(new HttpMethod(routes.Key), Operation(writing, path, [.. routes], examples));
            document.Paths[path.Path] = item;
            AddTag(document, path);
        }

        return Task.CompletedTask;
    }

    private static OpenApiOperation Operation(Writing writing, ContractPath path, IReadOnlyList<ContractRoute> routes, Examples examples)
    {
        var method = routes[0].Method;
        return new()
        {
            OperationId = OperationName.Of(path, method),
            Summary = string.Join(", ", routes.Select(route => OperationName.Words(route.Command)).Distinct()),
            Tags = new HashSet<OpenApiTagReference> { new(path.Contract, writing.Document) },
            Parameters = [.. routes.SelectMany(Parameters)],
            RequestBody = writing.Bodies.Of(path, routes, examples.OfRequest(method)),
            Security = writing.Security.Of(routes),
            Responses = Responses(writing.Models, path, routes, examples),
        };
    }

    private static IEnumerable<IOpenApiParameter> Parameters(ContractRoute route) => route.Fields.Where(field => !field.InBody)
        .Select(field => new OpenApiParameter { Name = field.Name, In = field.InRoute ? ParameterLocation.Path : ParameterLocation.Query, Required = field.Required, Schema = new OpenApiSchema { Type = JsonSchemaType.String } });

    private static OpenApiResponses Responses(ModelSchemas schemas, ContractPath path, IReadOnlyList<ContractRoute> routes, Examples examples)
    {
        var responses = new OpenApiResponses();
        foreach (var status in routes.GroupBy(route => route.Status).OrderBy(status => status.Key))
            Add(status.Key, MediaTypeNames.Application.Json, status.Select(DescriptionOf).Distinct(), [.. status.Select(route => route.Success).OfType<Type>().Select(Model)]);
        if (routes.Select(route => route.StatusWithCookie).OfType<int>().FirstOrDefault() is > 0 and var cookie && !responses.ContainsKey(Text(cookie)))
            Add(cookie, "", ["The tokens are in the cookie."], []);
        foreach (var status in routes.SelectMany(route => route.Failures, (route, failure) => (route, failure)).GroupBy(each => each.failure.Status).OrderBy(status => status.Key))
            Add(status.Key, routes[0].FailureMediaType, status.SelectMany(each => each.failure.Sentences).Distinct(), [.. status.Select(each => Model(each.route.Failure)), .. status.SelectMany(each => each.failure.Detailed).Select(Detailed)]);
        return responses;

        (Type Type, Spelling Spelling) Model(Type type) => (type, routes[0].Spelling);

        (Type Type, Spelling Spelling) Detailed(Type type) => (type, routes[0].DetailSpelling);

        void Add(int status, string mediaType, IEnumerable<string> sentences, IReadOnlyList<(Type Type, Spelling Spelling)> models)
        {
            var response = new OpenApiResponse { Description = string.Join(' ', sentences) };
            if (models.Count > 0)
            {
                response.Content = new Dictionary<string, OpenApiMediaType>
                {
                    [mediaType] = new OpenApiMediaType
                    {
                        Schema = ModelSchemas.AnyOf([.. models.DistinctBy(model => model.Type).Select(model => schemas.Of(model.Type, path.Label, model.Spelling))]),
                        Examples = examples.OfReply(routes[0].Method, status),
                    },
                };
            }

            responses[Text(status)] = response;
        }

        static string DescriptionOf(ContractRoute route) =>
            (route.Message ?? "Success.") + (route.StatusWithCookie == route.Status ? " Where the tokens are in the cookie, there is no body." : "");

        static string Text(int status) => status.ToString(CultureInfo.InvariantCulture);
    }

    private static void AddTag(OpenApiDocument document, ContractPath path)
    {
        document.Tags ??= new HashSet<OpenApiTag>();
        if (document.Tags.All(tag => tag.Name != path.Contract))
            document.Tags.Add(new() { Name = path.Contract, Description = $"Accounts and sign-in by AuthKit's contract '{path.Contract}'." });
    }

    private sealed record Writing(OpenApiDocument Document, ModelSchemas Models, RequestBodies Bodies, SecuritySchemes Security);
}
