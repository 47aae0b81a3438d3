using AuthKit.Contracts.OAuth;
using AuthKit.Http;
using AuthKit.Pages;
using AuthKit.Pages.OAuth;

namespace AuthKit.Contracts;

/// <summary>Document 003: an OAuth 2.0 authorization server and OpenID Connect provider, whose replies have <c>status</c> beside what the standards say.</summary>
public sealed class OAuthContract : Contract
{
    /// <summary>The contract as documented.</summary>
    public OAuthContract() : base("oauth", new OAuthEnvelope())
    {
        Body = BodySyntax.Form;
    }

    internal override IReadOnlyList<Page> Pages => OAuthPages.All;

    /// <inheritdoc/>
    protected override void Map(RouteTable routes)
    {
    }
}
