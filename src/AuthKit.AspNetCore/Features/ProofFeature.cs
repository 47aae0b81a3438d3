using System.Text.Json;
using System.Text.Json.Serialization;
using AuthKit.Http;
using AuthKit.SignIns;

namespace AuthKit.Features;

/// <summary>
/// The routes by which people who are signed in prove again who they are. A feature whose flows fail with <see cref="Fault.ProofRequired"/> adds it; of several
/// it is there once.
/// </summary>
public sealed class ProofFeature() : Feature("proof")
{
    /// <inheritdoc/>
    public override void Map(FeatureRoutes routes)
    {
        routes.Post("proofs/options", Flows.BeginProof, OptionsOf, ProofOptions.Of);
        routes.Post("proofs", Flows.ProveIdentity, ProofOf, ProofTokens.Of);
    }

    /// <summary>How contracts that have the routes themselves read them.</summary>
    internal static BeginProof OptionsOf(WireRequest r) => new(r.Bearer, r.Optional("method"));

    /// <inheritdoc cref="OptionsOf"/>
    internal static ProveIdentity ProofOf(WireRequest r) => new(r.Bearer, r.Optional("currentPassword"))
    {
        Challenge = r.Optional("challenge"),
        Method = r.Optional("method"),
        Code = r.Optional("code"),
        Credential = r.Object("credential"),
    };
}

/// <summary>What somebody needs to prove again who they are.</summary>
internal sealed record ProofOptions(
    IReadOnlyList<string> Methods,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? Challenge,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] int? ExpiresIn,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? Method,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] JsonElement? Options)
{
    public static ProofOptions Of(ProofPrompt prompt) => new(prompt.Methods, prompt.Challenge, prompt.ExpiresIn, prompt.Method, prompt.Options);
}

/// <summary>An access token that tells of a proof; the refresh token is the one that the session has.</summary>
internal sealed record ProofTokens(string AccessToken, string TokenType, int ExpiresIn, [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? IdToken)
{
    public static ProofTokens Of(ProvedIdentity proved) => new(proved.Tokens.AccessToken, proved.Tokens.TokenType, proved.Tokens.ExpiresIn, proved.Tokens.IdToken);
}
