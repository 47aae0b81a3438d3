using AuthKit.Http.Reading;
using Microsoft.AspNetCore.Http;

namespace AuthKit.Security;

/// <summary>The client that a request names, proved or not.</summary>
/// <param name="Name">Its id, or what it authenticates with; null where there is none.</param>
/// <param name="HasSecret">Whether the request brings a proof, good or bad.</param>
internal readonly record struct PresentedClient(string? Name, bool HasSecret)
{
    private const int Longest = 512;

    public static PresentedClient Of(HttpRequest request, IReadOnlyDictionary<string, WireValue> body)
    {
        var basic = request.Headers.Authorization.ToString();
        var name = Text("client_id") ?? basic;
        return new(name.Length <= Longest ? name : null, basic.Length > 0 || Text("client_secret") is not null || Text("client_assertion") is not null);

        string? Text(string field) => body.TryGetValue(field, out var value) && !string.IsNullOrEmpty(value.Text) ? value.Text : null;
    }
}
