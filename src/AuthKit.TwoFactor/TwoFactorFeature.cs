using System.Diagnostics.CodeAnalysis;
using AuthKit.Features;
using AuthKit.Http;
using AuthKit.Pages.Parts;
using AuthKit.Records;

namespace AuthKit.TwoFactor;

/// <summary>Two-factor authentication: its tables, its routes in every contract, and what its options have to be.</summary>
internal sealed class TwoFactorFeature(TwoFactorOptions twoFactor) : Feature("two-factor")
{
    public override IEnumerable<Schema> Schemas => [TwoFactorSchema.Current];

    public override IEnumerable<string> Warnings => TwoFactorOptionsCheck.Weaker(twoFactor);

    public override IEnumerable<string> Check(AuthKitOptions options) => TwoFactorOptionsCheck.Of(twoFactor, options);

    public override IReadOnlyList<AccountPart> AccountParts { get; } = [new TwoFactorPart(twoFactor)];

    // Replies are written by reflection, which a trimmer does not see.
    [DynamicDependency(DynamicallyAccessedMemberTypes.PublicProperties, typeof(TwoFactorState))]
    [DynamicDependency(DynamicallyAccessedMemberTypes.PublicProperties, typeof(AuthenticatorEnrolment))]
    [DynamicDependency(DynamicallyAccessedMemberTypes.PublicProperties, typeof(IssuedRecoveryCodes))]
    [DynamicDependency(DynamicallyAccessedMemberTypes.PublicProperties, typeof(TrustedDeviceDescription))]
    [DynamicDependency(DynamicallyAccessedMemberTypes.PublicProperties, typeof(TrustedDeviceList))]
    public override void Map(FeatureRoutes routes)
    {
        routes.Get("two-factor", TwoFactorFlows.Get, static r => new(r.Bearer), static state => state);
        routes.Post("two-factor/authenticator", TwoFactorFlows.BeginAuthenticator, static r => new(r.Bearer, r.Optional("code")), static enrolment => enrolment);
        routes.Post("two-factor/authenticator/confirmation", TwoFactorFlows.ConfirmAuthenticator, static r => new(r.Bearer, r["code"]), static codes => codes);
        // A code in the query of a DELETE would lie in logs (ASVS 5.0 §14.2.1).
        routes.Post("two-factor/authenticator/removal", TwoFactorFlows.RemoveAuthenticator, static r => new(r.Bearer, r["code"]));
        routes.Post("two-factor/recovery-codes", TwoFactorFlows.RemakeRecoveryCodes, static r => new(r.Bearer, r["code"]), static codes => codes);
        if (twoFactor.RememberDevices is null)
            return;
        routes.Get("two-factor/devices", TwoFactorFlows.ListDevices, static r => new(r.Bearer), static devices => new TrustedDeviceList(devices));
        routes.Delete("two-factor/devices/{id}", TwoFactorFlows.ForgetDevice, static r => new(r.Bearer, r.Route("id")));
    }
}
