using AuthKit.Http;
using AuthKit.Pages;

namespace AuthKit.Features.MailedCodes;

/// <summary>People sign in with a code, or a link, that is mailed to them.</summary>
internal sealed class MailedCodesFeature() : Feature("mailed-codes")
{
    internal override IReadOnlyList<Page> Pages { get; } = [new MailedCodePage()];

    internal override IReadOnlyList<WayIn> WaysIn { get; } = [new(MailedCodePage.Address, static texts => texts.MailedCodeLink)];

    public override void Map(FeatureRoutes routes)
    {
        routes.Post("mailed-codes", MailedCodeFlows.Request, r => new(r["email"]), MailedCodeRequest.Of);
        routes.SignIn("mailed-codes/sign-in", MailedCodeFlows.SignIn, r => new(r["challenge"], r["code"], r.Scope, r.SignInClient));
    }
}

/// <summary>What whoever asked for a code keeps, and sends with it.</summary>
internal sealed record MailedCodeRequest(string Challenge, int ExpiresIn)
{
    public static MailedCodeRequest Of(MailedCodeChallenge challenge) => new(challenge.Challenge, challenge.ExpiresIn);
}
