using AuthKit.Http;

namespace AuthKit.Features.SecondFactors;

/// <summary>
/// The way on for a sign-in that one factor does not complete (<see cref="Fault.SecondFactorRequired"/>). Features that offer a
/// factor add it.
/// </summary>
internal sealed class SecondFactorFeature() : Feature("second-factor")
{
    public override void Map(FeatureRoutes routes)
    {
        routes.SignIn("second-factor", Flows.CompleteSignIn, Completion);
        routes.Post("second-factor/prompt", Flows.BeginSecondFactor, r => new(r["challenge"], r.Optional("method"), r.SignInClient), SecondFactorModel.Of);
    }

    private static CompleteSignIn Completion(WireRequest r) => new(r["challenge"], r.Optional("method"), r.Optional("code"), r.SignInClient)
    {
        Credential = r.Object("credential"),
        TrustDevice = r.Flag("trustDevice") ?? false,
    };
}
