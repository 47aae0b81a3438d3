using AuthKit.Contracts.OAuth;
using AuthKit.Http;

namespace AuthKit.Contracts;

/// <summary>Document 003: an OAuth 2.0 authorization server and OpenID Connect provider, whose replies have <c>status</c> beside what the standards say.</summary>
public sealed class OAuthContract : Contract
{
    /// <summary>The contract as documented.</summary>
    public OAuthContract() : base("oauth", new OAuthEnvelope())
    {
        Body = BodySyntax.Form;
    }

    /// <inheritdoc/>
    protected override void Map(RouteTable routes)
    {
    }
}
