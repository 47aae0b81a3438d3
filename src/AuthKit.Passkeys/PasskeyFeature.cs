using System.Diagnostics.CodeAnalysis;
using AuthKit.Features;
using AuthKit.Http;
using AuthKit.Pages.Parts;
using AuthKit.Records;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace AuthKit.Passkeys;

/// <summary>Passkeys: their table, their routes in every contract, and what their options have to be.</summary>
internal sealed class PasskeyFeature(PasskeyOptions passkeys) : Feature("passkeys")
{
    public override IEnumerable<Schema> Schemas => [PasskeySchema.Current];

    public override IEnumerable<string> Warnings => PasskeyOptionsCheck.Weaker(passkeys);

    public override IEnumerable<string> Check(AuthKitOptions options) => PasskeyOptionsCheck.Of(passkeys, options);

    public override IReadOnlyList<AccountPart> AccountParts { get; } = [new PasskeyPart()];

    /// <summary>Where browsers read which other origins may use these passkeys.</summary>
    public override IEnumerable<IEndpointConventionBuilder> MapHost(IEndpointRouteBuilder endpoints)
    {
        if (passkeys.RelatedOrigins.Count > 0)
            yield return endpoints.MapGet(RelatedOriginsFile.Path, RelatedOriginsFile.AnswerAsync).WithOrder(int.MaxValue).ExcludeFromDescription();
    }

    // Replies are written by reflection, which a trimmer does not see.
    [DynamicDependency(DynamicallyAccessedMemberTypes.PublicProperties, typeof(PasskeyPrompt))]
    [DynamicDependency(DynamicallyAccessedMemberTypes.PublicProperties, typeof(PasskeyDescription))]
    [DynamicDependency(DynamicallyAccessedMemberTypes.PublicProperties, typeof(PasskeyList))]
    public override void Map(FeatureRoutes routes)
    {
        routes.Post("passkeys/options", PasskeyFlows.BeginRegistration, static r => new(r.Bearer), static prompt => prompt);
        routes.Post("passkeys", PasskeyFlows.Register, static r => new(r.Bearer, r.Object("credential"), r.Optional("name")), static passkey => passkey).Answers(201);
        routes.Get("passkeys", PasskeyFlows.List, static r => new(r.Bearer), static all => new PasskeyList(all));
        routes.Put("passkeys/{id}", PasskeyFlows.Rename, static r => new(r.Bearer, r.Route("id"), r["name"]), static passkey => passkey);
        routes.Delete("passkeys/{id}", PasskeyFlows.Remove, static r => new(r.Bearer, r.Route("id")));
        routes.Post("passkeys/sign-in/options", PasskeyFlows.BeginSignIn, static r => new(r.SignInClient?.Id), static prompt => prompt);
        routes.SignIn("passkeys/sign-in", PasskeyFlows.SignIn, static r => new(r.Object("credential"), r.Scope, r.SignInClient));
        if (!passkeys.SignUp)
            return;
        routes.Post("passkeys/sign-up/options", PasskeyFlows.BeginSignUp, static r => new(r["email"], r.Optional("userName"), r.Optional("fullName"), r.SignInClient?.Id), static prompt => prompt);
        routes.SignIn("passkeys/sign-up", PasskeyFlows.SignUp, static r => new(r.Object("credential"), r.Optional("name"), r.Scope, r.SignInClient));
    }
}
