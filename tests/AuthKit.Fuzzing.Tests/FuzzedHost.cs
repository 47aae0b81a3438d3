using AuthKit.Contracts.Tests.External;
using AuthKit.Contracts.Tests.Harness;
using AuthKit.Fuzzing.Tests.Judging;
using AuthKit.SignIns;
using Microsoft.Extensions.DependencyInjection;

namespace AuthKit.Fuzzing.Tests;

/// <summary>The usual host, with everything open that a bound would hide: nothing is locked, and nothing counted out.</summary>
internal static class FuzzedHost
{
    public static Task<TestHost> StartAsync(Engine engine, StandInProviders providers) => TestHost.StartAsync(new HostPlan
    {
        Engine = engine,
        Map = ServedBy.Map,
        Services = static services => services.AddSingleton<ISecondFactor>(new FuzzedFactor()),
        Build = authKit => authKit.AddAccountPage().AddEmailConfirmation().AddMailedCodes().AddApiKeys("notes.read", "notes.write").AddAuditLog().AddDevices().AddConnections().AddMyData(static myData => myData.GracePeriod = TimeSpan.FromDays(1)),
        Options = options =>
        {
            providers.Configure(options);
            options.OAuth.OpenRegistration = true;
            options.Passwords.UseDocumentedRules = true;
            (options.MailedCodes.Pause, options.MailedCodes.DailyLimit) = (TimeSpan.Zero, int.MaxValue);
            (options.MailedCodes.AllowRegistration, options.MailedCodes.MaxFailedAttemptsPerDay) = (true, 1000);
            options.ApiKeys.MaxPerAccount = 100;
            // Each waits a moment before it sends.
            options.Mail.Senders = 32;
            options.Lockout.MaxFailedAttempts = int.MaxValue;
            options.Lockout.MaxFailedClientAttempts = int.MaxValue;
        },
    }.And(Exchanging.Plan));
}
