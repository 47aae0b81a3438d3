using System.Text.Json;
using System.Text.Json.Serialization;
using AuthKit.AuthorizationServer.Browsers;
using Microsoft.AspNetCore.Authentication;

namespace AuthKit.Pages;

/// <summary>
/// The accounts that a browser is signed in to, as its cookie has them. The current one is the cookie's user; the others lie beside,
/// where no code that looks at the user's claims takes theirs for the current one's.
/// </summary>
/// <param name="Current">The current one; null where nobody is signed in, or where one of several has signed out and no other was chosen yet.</param>
/// <param name="Others">The others, the one last used first.</param>
internal sealed record BrowserState(BrowserSession? Current, IReadOnlyList<BrowserSession> Others)
{
    private const string Key = "accounts";

    public static BrowserState Nobody { get; } = new(null, []);

    /// <summary>All of them, the current one first.</summary>
    public IReadOnlyList<BrowserSession> All => Current is null ? Others : [Current, .. Others];

    /// <summary>What a cookie holds; one of the release before holds one account.</summary>
    public static BrowserState Of(AuthenticateResult cookie) => new(BrowserPrincipal.Read(cookie.Principal), Read(cookie.Properties));

    /// <summary>With another current account, in the place of an older session of the same; at most so many in all.</summary>
    public BrowserState With(BrowserSession current, int max) => new(current, [.. All.Where(other => !other.IsSameAccount(current)).Take(max - 1)]);

    /// <summary>With those that remain.</summary>
    public BrowserState Only(IReadOnlyList<BrowserSession> remaining) =>
        new(Current is not null && remaining.Contains(Current) ? Current : null, [.. Others.Where(remaining.Contains)]);

    /// <summary>The one with this session; null where the browser has none such.</summary>
    public BrowserSession? Find(string? sessionId) => Guid.TryParse(sessionId, out var id) ? All.FirstOrDefault(session => session.SessionId == id) : null;

    public void Write(AuthenticationProperties properties)
    {
        if (Others.Count > 0)
            properties.Items[Key] = JsonSerializer.Serialize([.. Others.Select(Kept.Of)], KeptJson.Default.KeptArray);
    }

    private static IReadOnlyList<BrowserSession> Read(AuthenticationProperties? properties) =>
        properties?.Items.TryGetValue(Key, out var json) is true && json is not null
            ? [.. JsonSerializer.Deserialize(json, KeptJson.Default.KeptArray)!.Select(static kept => kept.ToSession())]
            : [];

    internal sealed record Kept(string Subject, Guid Account, Guid Session, string Tenant, DateTimeOffset Time)
    {
        public static Kept Of(BrowserSession session) => new(session.Subject, session.UserId, session.SessionId, session.Tenant, session.AuthenticatedAt);

        public BrowserSession ToSession() => new(Account, Session, Tenant, Time) { Subject = Subject };
    }
}

[JsonSerializable(typeof(BrowserState.Kept[]))]
internal sealed partial class KeptJson : JsonSerializerContext;
