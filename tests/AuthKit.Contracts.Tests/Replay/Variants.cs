using AuthKit.AuthorizationServer;
using AuthKit.Contracts.Tests.ExternalSchemes;
using AuthKit.Contracts.Tests.Harness;
using AuthKit.Features;
using Microsoft.Extensions.DependencyInjection;

namespace AuthKit.Contracts.Tests.Replay;

/// <summary>The hosts that transcripts ask for by <c>@with</c>.</summary>
internal static class Variants
{
    public static HostPlan Of(Transcript transcript, Engine engine) =>
        transcript.With.Select(Named).Aggregate(new HostPlan { Engine = engine }, (plan, variant) => plan.And(variant));

    private static HostPlan Named(string name) => name switch
    {
        "documented-rules" => new() { Options = options => options.Passwords.UseDocumentedRules = true },
        "generated-passwords" => new() { Build = builder => builder.AddContract<MessageCodeContract>(contract => contract.GeneratedPasswords = true) },
        "database-optional" => new() { Build = builder => builder.AddContract<TenantContract>(contract => contract.DatabaseRequired = false) },
        "no-sign-in" => new() { Build = builder => builder.AddContract<AccountContract>(contract => contract.SignInOnRegistration = false) },
        "standard-envelope" => new() { Build = builder => builder.AddContract<OAuthContract>(contract => contract.DocumentedEnvelope = false) },
        "open-registration" => new() { Options = options => options.OAuth.OpenRegistration = true },
        "email-confirmation" => new() { Build = builder => builder.AddEmailConfirmation() },
        "step-up" => new() { Build = builder => builder.AddFeature(new ProofFeature()) },
        "mailed-codes" => new() { Build = builder => builder.AddMailedCodes() },
        "api-keys" => new() { Build = builder => builder.AddApiKeys("notes.read", "notes.write") },
        "two-factor" => new()
        {
            Build = builder => builder.AddTwoFactor(twoFactor => twoFactor.RememberDevices = TimeSpan.FromDays(30)),
            Options = options => options.Mail.Notices.Credentials = false,
        },
        "audit-log" => new() { Build = builder => builder.AddAuditLog() },
        "administration" => new() { Build = builder => builder.AddRoles("editor").AddAdministration(administration => administration.AllowImpersonation = true) },
        "devices" => new() { Build = builder => builder.AddDevices() },
        "connections" => new() { Build = builder => builder.AddConnections() },
        "my-data" => new() { Build = builder => builder.AddMyData(myData => myData.GracePeriod = TimeSpan.FromDays(14)) },
        "passkeys" => new() { Build = builder => builder.AddPasskeys() },
        "token-exchange" => Exchanging.Plan,
        "cluster" => new() { Build = StandInCluster.Register },
        "external-schemes" => StandInScheme.Plan,
        "providers" => new() { Options = SharedProviders.Instance.Configure },
        _ => throw new FormatException($"No host is called '{name}'."),
    };
}
