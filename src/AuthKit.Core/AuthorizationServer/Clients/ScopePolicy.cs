using AuthKit.Tokens;
using AuthKit.Users;
using Microsoft.Extensions.Options;

namespace AuthKit.AuthorizationServer.Clients;

/// <summary>Which scopes a client may have. What it asks for beyond them is left out, as RFC 6749 §3.3 allows; the reply says what was granted.</summary>
internal sealed class ScopePolicy(IOptions<AuthKitOptions> options)
{
    private readonly HashSet<string> _ofInterfaces = [.. options.Value.OAuth.AllScopes().Select(scope => scope.Name)];
    private readonly HashSet<string> _open = [.. options.Value.OAuth.Apis.Where(api => api.OpenToAnyClient).SelectMany(api => api.Scopes).Select(scope => scope.Name)];

    /// <summary>Every scope there is.</summary>
    public IEnumerable<string> All => Scopes.Standard.Concat(_ofInterfaces);

    /// <summary>What of a requested scope a user can grant a client.</summary>
    public string ForUser(Client client, string? requested) => Scopes.Join(Scopes.Split(requested).Where(value =>
        value == Scopes.OfflineAccess ? MayRefresh(client) : MayHave(client, value) && (_ofInterfaces.Contains(value) || Scopes.Standard.Contains(value))));

    /// <summary>What of a requested scope a client has in its own name; where it asks for none, all that it may have.</summary>
    public string ForClient(Client client, string? requested)
    {
        var asked = Scopes.Split(requested);
        return Scopes.Join(client.Scopes.Where(value => _ofInterfaces.Contains(value) && (asked.Count == 0 || asked.Contains(value))));
    }

    /// <summary>The values of scope by which a client may know a claim, the one that tells least beside it last; empty where it may not.</summary>
    public IReadOnlyList<string> For(Client client, StandardClaim claim) => [.. claim.Scopes.Where(scope => ForUser(client, scope).Length > 0)];

    /// <summary>Whether a client may know what it calls by this name.</summary>
    public bool MayTell(Client client, string name) => StandardClaims.All.FirstOrDefault(claim => claim.Name == name) is { } claim && For(client, claim).Count > 0;

    public static bool MayRefresh(Client client) => client.Grants.Contains(GrantTypes.RefreshToken);

    private bool MayHave(Client client, string value) => client.Scopes.Count == 0 ? Scopes.Standard.Contains(value) || _open.Contains(value) : client.Scopes.Contains(value);
}
