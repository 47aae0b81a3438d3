using AuthKit.AuthorizationServer.Clients;
using AuthKit.Tokens;
using Microsoft.Extensions.Options;

namespace AuthKit.AuthorizationServer.Exchanges;

/// <summary>Where a token that is exchanged may be used (RFC 8693 §2.1, <c>audience</c> and <c>resource</c>).</summary>
internal sealed class ExchangeTargets(ScopePolicy scopes, ResourcePolicy resources, IOptions<AuthKitOptions> options)
{
    /// <summary>The interfaces that a request names; null where it names none.</summary>
    /// <returns>False where one is not known.</returns>
    public bool TryRead(IEnumerable<string> sent, out IReadOnlyList<string>? named) =>
        resources.TryRead([.. sent.Select(target => target == options.Value.Issuer ? options.Value.EffectiveAudience : target).Distinct()], out named);

    /// <summary>The scopes of interfaces that are named and that the subject token is not for, as far as the client may have them: what a policy has to name to grant.</summary>
    /// <returns>They; <see cref="Fault.InvalidTarget"/> where one that is named has no scope, as this server has none, so that no policy could.</returns>
    public Outcome<string[]> MayReach(ExchangedToken subject, IReadOnlyList<string>? named, Client client)
    {
        string[] foreign = [.. (named ?? []).Except(subject.Resources ?? resources.Host)];
        if (foreign.Intersect(resources.UserInfo).Any())
            return Fault.InvalidTarget;
        return Scopes.Split(foreign.Length == 0 ? "" : scopes.ForUser(client, resources.ScopeOf(foreign))).ToArray();
    }

    /// <summary>What the new token is for: what was named, or else what the subject token is for.</summary>
    public Outcome<ResourceGrant> Grant(ExchangedToken subject, IReadOnlyList<string>? named, string scope)
    {
        if (named is not null)
            return resources.Grant(named, scope);
        // Whoever was sent a token for one interface gets none for another in its place.
        return subject.Resources is { } kept && resources.Of(kept, null, scope) is null ? Fault.InvalidScope : new ResourceGrant(scope, subject.Resources);
    }
}
