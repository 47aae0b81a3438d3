using AuthKit.AuthorizationServer.Clients;
using AuthKit.Tokens;

namespace AuthKit.Http;

/// <summary>How a contract spells a sign-in that is a feature's: what is asked for, and what its tokens look like.</summary>
public sealed record SignInSpelling
{
    private SignInSpelling(Type model, Func<TokenPair, object> write) => (Model, Write) = (model, write);

    /// <summary>Reads the scope that is asked for.</summary>
    /// <value>Default: a session that can be refreshed, whatever the request says.</value>
    public Func<WireRequest, string?> Scope { get; init; } = static _ => Scopes.OfflineAccess;

    /// <summary>Reads the client, where the contract has clients present themselves.</summary>
    /// <value>Default: none.</value>
    public Func<WireRequest, ClientCredentials?> Client { get; init; } = static _ => null;

    /// <summary>What every feature's sign-in answers with where the contract does not say.</summary>
    internal static SignInSpelling Default { get; } = Of(static pair => new SignInTokens(pair.AccessToken, pair.TokenType, pair.ExpiresIn, pair.RefreshToken));

    internal Type Model { get; }

    internal Func<TokenPair, object> Write { get; }

    /// <summary>Tokens as the contract's own log-in writes them.</summary>
    public static SignInSpelling Of<TModel>(Func<TokenPair, TModel> write) where TModel : notnull => new(typeof(TModel), pair => write(pair));
}

/// <summary>The tokens of a sign-in in neutral words.</summary>
internal sealed record SignInTokens(string AccessToken, string TokenType, int ExpiresIn, string? RefreshToken);
