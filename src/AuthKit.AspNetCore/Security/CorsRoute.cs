using Microsoft.AspNetCore.Cors.Infrastructure;
using Microsoft.Net.Http.Headers;

namespace AuthKit.Security;

/// <summary>Endpoint metadata: how a path that pages of other origins may call is opened to them, without cookies.</summary>
internal sealed class CorsRoute(CorsAccess access, params IEnumerable<string> methods)
{
    private static readonly TimeSpan PreflightMaxAge = TimeSpan.FromMinutes(10);

    public CorsAccess Access { get; } = access;

    /// <summary>To every origin, as <c>*</c>.</summary>
    public CorsPolicy ToAnyone { get; } = Policy(methods).AllowAnyOrigin().Build();

    /// <summary>To the origin that asks, once it was found to be one that may.</summary>
    public CorsPolicy ToOrigin { get; } = Policy(methods).SetIsOriginAllowed(static _ => true).Build();

    private static CorsPolicyBuilder Policy(IEnumerable<string> methods) => new CorsPolicyBuilder()
        .WithMethods([.. methods])
        .WithHeaders(HeaderNames.Authorization, HeaderNames.ContentType, "DPoP")
        .WithExposedHeaders(HeaderNames.WWWAuthenticate, "DPoP-Nonce")
        .DisallowCredentials()
        .SetPreflightMaxAge(PreflightMaxAge);
}
