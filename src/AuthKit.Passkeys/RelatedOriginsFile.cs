using System.Text.Json.Nodes;
using AuthKit.Passkeys.Ceremonies;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace AuthKit.Passkeys;

/// <summary>The file by which browsers let pages of other domains use this relying party's passkeys (WebAuthn Level 3 §5.11).</summary>
internal static class RelatedOriginsFile
{
    public const string Path = "/.well-known/webauthn";

    public static Task AnswerAsync(HttpContext http)
    {
        var origins = http.RequestServices.GetRequiredService<RelyingParty>().WebOrigins;
        http.Response.ContentType = "application/json";
        http.Response.Headers.CacheControl = "public, max-age=300";
        http.Response.Headers.XContentTypeOptions = "nosniff";
        return http.Response.WriteAsync(new JsonObject { ["origins"] = new JsonArray([.. origins.Select(static origin => JsonValue.Create(origin))]) }.ToJsonString(), http.RequestAborted);
    }
}
