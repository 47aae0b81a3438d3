using AuthKit.Http;
using AuthKit.Pages;
using AuthKit.Pages.Parts;
using AuthKit.Records;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;

namespace AuthKit.Features;

/// <summary>
/// Something that accounts can do beyond what the contracts document. It is there where the host adds it, with its tables and its routes
/// in every contract, and nowhere else.
/// </summary>
public abstract class Feature
{
    /// <summary>A feature of this name.</summary>
    /// <param name="name">By which it is told apart from others: lower-case words joined by hyphens.</param>
    protected Feature(string name) => Name = name;

    /// <summary>Its name; of two that share it, the one added first counts.</summary>
    public string Name { get; }

    /// <summary>Tables of its own.</summary>
    public virtual IEnumerable<Schema> Schemas => [];

    /// <summary>Which of its options are weaker than the default; logged at start-up.</summary>
    public virtual IEnumerable<string> Warnings => [];

    /// <summary>What of the host's options it cannot work with; the host does not start with them.</summary>
    public virtual IEnumerable<string> Check(AuthKitOptions options) => [];

    /// <summary>Its rows, in neutral words; called for each contract.</summary>
    public virtual void Map(FeatureRoutes routes)
    {
    }

    /// <summary>Maps what it serves at the host's root, once for all contracts: a file below <c>/.well-known</c>, say. An endpoint of the host's own should come first (<c>WithOrder</c>).</summary>
    /// <returns>What was mapped, so that the host's conventions apply to it.</returns>
    public virtual IEnumerable<IEndpointConventionBuilder> MapHost(IEndpointRouteBuilder endpoints) => [];

    /// <summary>Its parts of the account page, where the host has that (<c>AddAccountPage</c>).</summary>
    public virtual IReadOnlyList<AccountPart> AccountParts => [];

    /// <summary>What it shows people in a browser, once for all contracts.</summary>
    internal virtual IReadOnlyList<Page> Pages => [];

    /// <summary>Other ways to sign in, which the sign-in page leads to.</summary>
    internal virtual IReadOnlyList<WayIn> WaysIn => [];
}
