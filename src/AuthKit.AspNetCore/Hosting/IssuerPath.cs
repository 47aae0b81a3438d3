using AuthKit.Http;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace AuthKit.Hosting;

/// <summary>The path of an issuer that has one. Its metadata is looked for below that path, and, by RFC 8414 §3.1, with the path after the well-known name.</summary>
internal static class IssuerPath
{
    private static readonly string[] Metadata = ["/.well-known/openid-configuration", "/.well-known/oauth-authorization-server"];

    /// <summary>The issuer's path without a slash at its end; empty where there is none.</summary>
    public static string Of(string issuer) => Uri.TryCreate(issuer, UriKind.Absolute, out var uri) && uri.Scheme is "http" or "https" ? uri.AbsolutePath.TrimEnd('/') : "";

    public static bool IsMetadata(string pattern) => Metadata.Contains(pattern);

    /// <summary>Says once where a request shows that the app is not below the issuer's path, so that no address in the metadata leads anywhere.</summary>
    public static RequestDelegate Checked(string path, RequestDelegate answer, ILogger logger)
    {
        var said = 0;
        return http =>
        {
            if (!http.Request.PathBase.Equals(path) && Interlocked.Exchange(ref said, 1) == 0)
                logger.IssuerPathUnserved(path, http.Request.PathBase);
            return answer(http);
        };
    }
}
