using AuthKit.Http;
using AuthKit.Pages;
using AuthKit.Pages.Parts;
using AuthKit.Pages.Texts;

namespace AuthKit.Features.ExternalSchemes;

/// <summary>People sign in through the remote authentication schemes that the host has added.</summary>
internal sealed class ExternalSchemesFeature(KnownSchemes known) : Feature("external-schemes")
{
    private static readonly Flow<ListExternalProviders, KnownScheme[]> Providers = Flow<ListExternalProviders, KnownScheme[]>.Of<ListExternalProvidersFlow>();

    private static readonly Flow<StartExternalSignIn, ExternalStart> Start = Flow<StartExternalSignIn, ExternalStart>.Of<StartExternalSignInFlow>(fails: [ExternalSchemeFaults.TenantNamed]);

    internal override IReadOnlyList<Page> Pages { get; } = [new ExternalStartPage(), new ExternalReturnPage(), new LinkAccountPage()];

    internal override IReadOnlyList<WayIn> WaysIn =>
        [.. known.All.Select(static scheme => new WayIn(ExternalStartPage.AddressOf(scheme), texts => texts.ExternalButton.With("provider", scheme.DisplayName)))];

    public override IReadOnlyList<AccountPart> AccountParts { get; } = [new ExternalLoginPart(known)];

    public override IEnumerable<string> Check(AuthKitOptions options)
    {
        if (options.Mail.LinkUrl is null && !options.Issuer.StartsWith("http", StringComparison.OrdinalIgnoreCase))
            yield return "Mail.LinkUrl is not set, and Issuer is no http or https address to make it from: nobody who has an account could be asked about a sign-in through another provider.";
    }

    public override void Map(FeatureRoutes routes)
    {
        routes.Get("external-sign-in/providers", Providers, _ => new(), ExternalProviderList.Of);
        routes.Post("external-sign-in/start", Start, r => new(r["provider"], r["returnAddress"], r["codeChallenge"], r.Optional("state")), ExternalStart.Of);
        routes.SignIn("external-sign-in", ExternalSchemeFlows.SignIn, r => new(r["code"], r["codeVerifier"], r.Scope, r.SignInClient));
        routes.Get("external-logins", Flows.ListExternalLogins, r => new(r.Bearer), logins => ExternalLoginList.Of(logins, known));
        routes.Post("external-logins", ExternalSchemeFlows.Add, r => new(r.Bearer, r["code"], r["codeVerifier"]), login => ExternalLoginModel.Of(login, known)).Answers(201);
        routes.Delete("external-logins", Flows.UnlinkExternal, r => new(r.Bearer, r.Query("provider"), r.Query("subject")));
    }
}
