using AuthKit.Tokens;

namespace AuthKit.Users.Claims;

/// <summary>A token that is about to be signed, as a source of claims sees it.</summary>
public sealed class ClaimsRequest
{
    private readonly IDictionary<string, object> _claims;

    internal ClaimsRequest(IDictionary<string, object> claims) => _claims = claims;

    /// <summary>Whom it speaks of.</summary>
    public required User User { get; init; }

    /// <summary>Where the account lives; <see cref="Tenants.Tenant.Home"/> for the home database.</summary>
    public required string Tenant { get; init; }

    /// <summary>What it is for.</summary>
    public required TokenPurpose Purpose { get; init; }

    /// <summary>The session (<c>sid</c>).</summary>
    public required Guid SessionId { get; init; }

    /// <summary>Whom it is given to.</summary>
    public required string ClientId { get; init; }

    /// <summary>Whether that is the host's own: a contract, or a client that is listed as first-party. Others learn what their scope is for, no more.</summary>
    public required bool IsOwnClient { get; init; }

    /// <summary>The values of its scope.</summary>
    public required IReadOnlyList<string> Scopes { get; init; }

    /// <summary>Adds a claim.</summary>
    /// <param name="name">Its name, of which there may be one: <c>company</c>, say, or an address that nobody else's claim has (RFC 7519 §4.2, §4.3).</param>
    /// <param name="value">Its value: text, a number, a boolean, a list of texts, or a <see cref="System.Text.Json.JsonElement"/>.</param>
    /// <exception cref="ArgumentException">The name is one that AuthKit alone uses (<c>sub</c>, <c>scope</c>, <c>role</c> and their like), or is taken, or the value is of another type.</exception>
    public void Add(string name, object value)
    {
        ArgumentException.ThrowIfNullOrEmpty(name);
        if (ClaimNames.AreAuthKits.Contains(name) || name == ClaimNames.Role)
            throw new ArgumentException($"The claim '{name}' is AuthKit's own. Give yours another name.", nameof(name));
        if (value is not (string or int or long or double or bool or IReadOnlyList<string> or System.Text.Json.JsonElement))
            throw new ArgumentException($"The claim '{name}' is neither text, a number, a boolean, a list of texts nor JSON.", nameof(value));
        if (!_claims.TryAdd(name, value))
            throw new ArgumentException($"There is a claim '{name}' already.", nameof(name));
    }
}
