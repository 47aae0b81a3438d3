using System.Diagnostics.CodeAnalysis;
using System.Net.Http.Headers;
using System.Text.Json.Serialization;
using AuthKit.Records;
using Microsoft.Extensions.Options;

namespace AuthKit.External;

/// <summary>
/// Facebook: <c>/app</c> tells which application a token was issued for, <c>/me</c> whose it is. It tells an e-mail address
/// that was confirmed at some time, and is authoritative for none.
/// </summary>
internal sealed class FacebookProvider(IHttpClientFactory clients, ProviderCall call, IOptions<AuthKitOptions> options) : IExternalProvider
{
    public string Name => ExternalProviders.Facebook;

    public string DisplayName => "Facebook";

    public Task<Outcome<ExternalIdentity>> VerifyAsync(string accessToken, CancellationToken cancellationToken)
    {
        var application = options.Value.External.Facebook;
        return call.RunAsync(Name, application, accessToken, async () =>
        {
            using var client = clients.CreateClient(ExternalProviders.HttpClientName);
            client.BaseAddress = application.Address;
            var app = await GetAsync<App>(client, "app", accessToken, cancellationToken);
            if (app?.Id != application.ApplicationId)
                return Fault.InvalidExternalToken;
            var person = await GetAsync<Person>(client, "me?fields=id,name,email", accessToken, cancellationToken);
            return person is { Id.Length: > 0 }
                ? new ExternalIdentity(new(Name, person.Id), person.Email, person.Name)
                : Fault.InvalidExternalToken;
        }, cancellationToken);
    }

    private static async Task<T?> GetAsync<[DynamicallyAccessedMembers(ReflectedJson.Members)] T>(HttpClient client, string path, string accessToken, CancellationToken cancellationToken) where T : class
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", accessToken);
        using var response = await client.SendAsync(request, cancellationToken);
        return await ProviderCall.ReadAsync<T>(response, cancellationToken);
    }

    private sealed record App([property: JsonPropertyName("id")] string? Id);

    private sealed record Person(
        [property: JsonPropertyName("id")] string? Id,
        [property: JsonPropertyName("name")] string? Name,
        [property: JsonPropertyName("email")] string? Email);
}
