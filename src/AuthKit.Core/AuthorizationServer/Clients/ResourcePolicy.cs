using AuthKit.Tokens;
using Microsoft.Extensions.Options;

namespace AuthKit.AuthorizationServer.Clients;

/// <summary>
/// Which interfaces tokens are for (RFC 8707, RFC 9068 §3). A token for one of <see cref="OAuthOptions.Apis"/> always has one of its
/// scopes, so that nobody gets one whom a user was not asked for; and a scope of another interface is left out of it.
/// </summary>
internal sealed class ResourcePolicy : ITokenAudiences
{
    // As many as have room in a session.
    private const int MaxResources = 8;

    private readonly Dictionary<string, string> _known = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> _owners = new(StringComparer.Ordinal);
    private readonly string _host;
    private readonly string _userInfo;

    public ResourcePolicy(IOptions<AuthKitOptions> options)
    {
        var apis = options.Value.OAuth.Apis;
        (_host, _userInfo) = (options.Value.EffectiveAudience, options.Value.UserInfoAudience);
        (Host, UserInfo) = ([_host], [_host, _userInfo]);
        All = apis.Count == 0 ? Host : [_host, _userInfo, .. apis.Select(api => api.Identifier)];
        foreach (var identifier in All)
            _known[ResourceUri.Normalized(identifier) ?? identifier] = identifier;
        foreach (var scope in options.Value.OAuth.Scopes)
            _owners[scope.Name] = _host;
        foreach (var (api, scope) in apis.SelectMany(api => api.Scopes, (api, scope) => (api, scope)))
            _owners[scope.Name] = api.Identifier;
    }

    public IReadOnlyList<string> Host { get; }

    public IReadOnlyList<string> UserInfo { get; }

    public IReadOnlyList<string> All { get; }

    /// <summary>Whether a name is that of an interface, which no client can have (RFC 9700 §4.15): it could introspect the interface's tokens, and its id tokens would be for the interface.</summary>
    public bool IsTaken(string name) => Find(name) is not null;

    /// <summary>The interfaces that a request names.</summary>
    /// <param name="sent">What it says.</param>
    /// <param name="resources">Each of them once; null where it names none.</param>
    /// <returns>False where one is not known, or there are too many.</returns>
    public bool TryRead(IReadOnlyList<string> sent, out IReadOnlyList<string>? resources)
    {
        resources = null;
        if (sent.Count == 0)
            return true;
        if (sent.Count > MaxResources)
            return false;
        string[] found = [.. sent.Select(Find).OfType<string>()];
        if (found.Length < sent.Count)
            return false;
        resources = [.. found.Distinct()];
        return true;
    }

    /// <summary>What a client asks for that names interfaces and no scope: every scope of theirs. Null where it names none.</summary>
    public string? ScopeOf(IReadOnlyList<string> sent) => TryRead(sent, out var resources) && resources is not null
        ? Scopes.Join(_owners.Where(owned => resources.Contains(owned.Value)).Select(owned => owned.Key))
        : null;

    /// <summary>What is granted to a client.</summary>
    /// <param name="sent">The interfaces that it names.</param>
    /// <param name="scope">What of the scope asked for it may have.</param>
    public Outcome<ResourceGrant> Grant(IReadOnlyList<string> sent, string scope)
    {
        if (sent.Count == 0)
            return Inferred(scope);
        if (!TryRead(sent, out var resources) || !resources!.All(resource => HasScopeOf(resource, scope)))
            return Fault.InvalidTarget;
        return new ResourceGrant(Limited(scope, resources!), resources is [var only] && only == _host ? null : resources);
    }

    /// <inheritdoc/>
    public TokenAudience? Of(IReadOnlyList<string>? granted, IReadOnlyList<string>? asked, string scope)
    {
        if (granted is null && asked is null)
            return new(Host, scope);
        if (!Covers(granted, asked))
            return null;
        string[] audience = [.. (asked ?? granted!).Where(resource => All.Contains(resource) && HasScopeOf(resource, scope))];
        return audience.Length == 0 || audience.Length < asked?.Count ? null : new(audience, Limited(scope, audience));
    }

    /// <summary>Whether nothing is asked for that was not granted.</summary>
    public bool Covers(IReadOnlyList<string>? granted, IReadOnlyList<string>? asked) => asked is null || !asked.Except(granted ?? Host).Any();

    // RFC 9068 §3: by the scope. One that belongs to several interfaces would let each of them speak to the others.
    private Outcome<ResourceGrant> Inferred(string scope)
    {
        if (All.Count == 1)
            return new ResourceGrant(scope, null);
        string[] owners = [.. Scopes.Split(scope).Select(_owners.GetValueOrDefault).OfType<string>().Distinct()];
        return owners switch
        {
            [] => new ResourceGrant(scope, null),
            [var only] when only == _host => new ResourceGrant(scope, null),
            [var only] => new ResourceGrant(scope, HasScopeOf(_userInfo, scope) ? [only, _userInfo] : [only]),
            _ => Fault.InvalidScope,
        };
    }

    private string? Find(string name) => _known.GetValueOrDefault(ResourceUri.Normalized(name) ?? name);

    private bool HasScopeOf(string resource, string scope)
    {
        if (resource == _host)
            return true;
        var values = Scopes.Split(scope);
        return resource == _userInfo ? values.Any(IdentifiesUser) : values.Any(value => _owners.GetValueOrDefault(value) == resource);
    }

    private string Limited(string scope, IReadOnlyList<string> audience) =>
        Scopes.Join(Scopes.Split(scope).Where(value => _owners.GetValueOrDefault(value) is not { } owner || audience.Contains(owner)));

    private static bool IdentifiesUser(string value) => value != Scopes.OfflineAccess && Scopes.Standard.Contains(value);
}

/// <summary>What a client is granted.</summary>
/// <param name="Scope">The scope, as far as the interfaces know it.</param>
/// <param name="Resources">The interfaces; null for the host alone.</param>
internal sealed record ResourceGrant(string Scope, IReadOnlyList<string>? Resources);
