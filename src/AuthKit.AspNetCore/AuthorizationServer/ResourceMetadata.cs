using AuthKit.Http;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace AuthKit.AuthorizationServer;

/// <summary>The metadata of the interfaces which this host serves (RFC 9728): those at the issuer's address, or at the address that is asked.</summary>
internal static class ResourceMetadata
{
    public const string Path = "/.well-known/oauth-protected-resource";

    // Whatever follows the well-known name is the path of the interface (RFC 9728 §3.1).
    public const string Pattern = $"{Path}/{{**path}}";

    private static readonly string[] BearerMethods = ["header"];

    /// <summary>Where an interface's metadata is; null where its identifier is no address.</summary>
    public static string? AddressOf(string identifier) => AddressIn(identifier) is { } uri ? $"{uri.GetLeftPart(UriPartial.Authority)}{Path}{PathOf(uri)}" : null;

    public static Task AnswerAsync(HttpContext http)
    {
        ReplyWriter.WriteDataHeaders(http.Response);
        if (Find(http.Request, http.RequestServices.GetRequiredService<IOptions<AuthKitOptions>>().Value) is not { } metadata)
            return Results.Problem("There is no such interface.", statusCode: StatusCodes.Status404NotFound).ExecuteAsync(http);

        http.Response.Headers.CacheControl = "public, max-age=300";
        return http.Response.WriteAsJsonAsync(metadata, ReplyJson.Default.ProtectedResource, cancellationToken: http.RequestAborted);
    }

    private static ProtectedResource? Find(HttpRequest request, AuthKitOptions options)
    {
        // A host below a path is asked there, or at the root of its server.
        var asked = request.Path.ToUriComponent()[Path.Length..].TrimEnd('/') + request.QueryString.ToUriComponent();
        string[] paths = [asked, request.PathBase.ToUriComponent() + asked];
        // The host itself is one, with the scopes that belong to no other.
        var host = new Api { Identifier = options.Audience ?? options.Issuer };
        Api[] candidates = [.. options.OAuth.Apis.Prepend(host).Where(api => AddressIn(api.Identifier) is { } uri && paths.Contains($"{uri.AbsolutePath.TrimEnd('/')}{uri.Query}"))];
        // Behind a proxy that does not pass the name on, what is asked for is at the issuer's.
        var found = At(candidates, request.Host.Value) ?? At(candidates, AddressIn(options.Issuer)?.Authority);
        return found is null ? null : new(found.Identifier, found.Name, [options.Issuer], [.. (found == host ? options.OAuth.Scopes : found.Scopes).Select(scope => scope.Name)], BearerMethods);
    }

    private static Api? At(Api[] candidates, string? authority) => Array.Find(candidates, api => AddressIn(api.Identifier)!.Authority.Equals(authority, StringComparison.OrdinalIgnoreCase));

    private static Uri? AddressIn(string identifier) => Uri.TryCreate(identifier, UriKind.Absolute, out var uri) && uri.Scheme is "http" or "https" ? uri : null;

    // With its query, which few have.
    private static string PathOf(Uri uri) => uri.AbsolutePath is "/" ? uri.Query : uri.PathAndQuery;
}
