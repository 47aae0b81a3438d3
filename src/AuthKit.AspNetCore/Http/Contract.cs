using AuthKit.Features;
using AuthKit.Pages;
using AuthKit.Passwords;
using AuthKit.Tokens;

namespace AuthKit.Http;

/// <summary>
/// How the flows are spelled on the wire: routes, field names, statuses, sentences and envelope. A contract reads like
/// its document's table and decides nothing.
/// </summary>
public abstract class Contract
{
    private readonly List<Action<RouteTable>> _changes = [];

    /// <summary>A contract of this name and envelope.</summary>
    protected Contract(string name, IEnvelopeFormatter envelope) => (Name, Envelope) = (name, envelope);

    /// <summary>The contract's name, by which <c>MapAuthKit(name)</c> maps it; the <c>client_id</c> of callers that present none.</summary>
    public string Name { get; }

    /// <summary>What every path of the contract begins with; slashes around it count for nothing.</summary>
    public string Prefix
    {
        get;
        set => field = value.Trim('/') is { Length: > 0 } prefix ? $"/{prefix}" : "";
    } = "";

    /// <summary>What every reply wears.</summary>
    public IEnvelopeFormatter Envelope { get; set; }

    /// <summary>The contract's statuses and sentences, over the shared defaults.</summary>
    public Phrasebook Phrases { get; set; } = Phrasebook.Default;

    /// <summary>How the contract spells what it does not document: the routes of features.</summary>
    /// <value>Default: members in camel case and paths in kebab case, at the prefix.</value>
    public Spelling Spelling { get; set; } = Spelling.Default;

    /// <summary>Whether features have routes in this contract.</summary>
    /// <value>Default: true.</value>
    public bool OffersFeatures { get; set; } = true;

    /// <summary>How bodies are written, unless a row says otherwise.</summary>
    public BodySyntax Body { get; init; } = BodySyntax.Json;

    /// <summary>What <c>WWW-Authenticate</c> says where a client could not be authenticated (RFC 6749 §5.2); null where the contract does not say.</summary>
    public string? ClientChallenge { get; init; }

    /// <summary>What id tokens are signed with where the client does not say, of <see cref="SigningAlgorithms"/>.</summary>
    /// <value>Default: <c>ES256</c>.</value>
    public string IdTokenAlgorithm { get; init; } = SigningAlgorithms.Es256;

    /// <summary>The rules that the contract documents for new passwords; in force with <see cref="PasswordOptions.UseDocumentedRules"/> alone.</summary>
    public PasswordRules? DocumentedPasswordRules { get; init; }

    /// <summary>Which of the contract's own options are weaker than its default; logged at start-up.</summary>
    public virtual IEnumerable<string> Warnings => [];

    /// <summary>What of the host's options the contract cannot work with; the host does not start with them.</summary>
    public virtual IEnumerable<string> Check(AuthKitOptions options) => [];

    /// <summary>How a browser's session is kept in a cookie; null where the contract knows none.</summary>
    internal virtual SessionCookieRules? SessionCookies => null;

    /// <summary>Whether it gives out tokens that whoever bears them may use, without a client that could bind them to its key.</summary>
    internal virtual bool GivesBearerTokens => true;

    /// <summary>Changes single rows after the contract has set its table: a row for the same method, path and condition takes the other's place.</summary>
    public void Change(Action<RouteTable> change) => _changes.Add(change);

    /// <summary>What the contract shows people in a browser.</summary>
    internal virtual IReadOnlyList<Page> Pages => [];

    /// <summary>Writes the contract's table.</summary>
    protected abstract void Map(RouteTable routes);

    /// <summary>A row's path with the prefix, unless the path begins with <c>~/</c>.</summary>
    internal string PathOf(string path) => path.StartsWith("~/", StringComparison.Ordinal) ? path[1..] : Prefix + path;

    /// <param name="features">The features that the host has added.</param>
    internal IReadOnlyList<Row> Rows(IEnumerable<Feature> features)
    {
        var routes = new RouteTable(Body);
        Map(routes);
        var spelled = new FeatureRoutes(this, routes);
        foreach (var feature in OffersFeatures ? features : [])
            feature.Map(spelled);
        foreach (var change in _changes)
            change(routes);
        foreach (var row in routes.Rows)
            row.Complete(this);
        return routes.Rows;
    }
}
