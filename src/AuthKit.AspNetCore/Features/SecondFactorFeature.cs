using System.Text.Json;
using AuthKit.Http;
using AuthKit.SignIns;

namespace AuthKit.Features;

/// <summary>The routes by which a sign-in goes on that waits for its second factor. A feature that offers one (<see cref="ISecondFactor"/>) adds it; of several it is there once.</summary>
public sealed class SecondFactorFeature() : Feature("second-factor")
{
    /// <inheritdoc/>
    public override void Map(FeatureRoutes routes)
    {
        routes.Post("second-factor/options", Flows.BeginSecondFactor, r => new(r["challenge"], r.Optional("method"), r.SignInClient), SecondFactorOptions.Of);
        routes.SignIn("second-factor", Flows.CompleteSignIn, r => new(r["challenge"], r.Optional("method"), r.Optional("code"), r.SignInClient)
        {
            Credential = r.Object("credential"),
            TrustDevice = r.Flag("trustDevice") ?? false,
        });
    }
}

/// <summary>What the caller needs to prove a second factor.</summary>
internal sealed record SecondFactorOptions(string Method, JsonElement? Options)
{
    public static SecondFactorOptions Of(SecondFactorPrompt prompt) => new(prompt.Method, prompt.Options);
}
