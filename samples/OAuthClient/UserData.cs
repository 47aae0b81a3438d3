using System.Net.Http.Headers;
using System.Security.Claims;
using System.Text.Json;
using Microsoft.AspNetCore.Authentication.OAuth;

namespace OAuthClient;

/// <summary>Asks the document's <c>/api</c> what the user has let this client know.</summary>
internal static class UserData
{
    public static async Task LoadAsync(OAuthCreatingTicketContext context)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, context.Options.UserInformationEndpoint);
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", context.AccessToken);
        using var reply = await context.Backchannel.SendAsync(request, context.HttpContext.RequestAborted);
        reply.EnsureSuccessStatusCode();
        var body = await reply.Content.ReadFromJsonAsync<JsonElement>(context.HttpContext.RequestAborted);
        foreach (var datum in body.GetProperty("data").EnumerateObject().Where(datum => datum.Value.ValueKind is JsonValueKind.String))
            context.Identity!.AddClaim(new Claim(datum.Name, datum.Value.GetString()!));
    }
}
