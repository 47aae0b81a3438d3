using System.Text.Json;
using AuthKit.Contracts.Tests.Harness;
using AuthKit.TwoFactor;
using Microsoft.Extensions.DependencyInjection;

namespace AuthKit.Contracts.Tests.TwoFactor;

/// <summary>An account with an authenticator, and the session that has set it up.</summary>
internal sealed record Enrolled(TestHost Host, string Email, Pair Session, string Secret, IReadOnlyList<string> RecoveryCodes)
{
    private static readonly TwoFactorPaths Paths = TwoFactorPaths.Laravel;

    public static HostPlan Plan(Action<TwoFactorOptions>? configure = null) => new() { Build = authKit => authKit.AddTwoFactor(configure) };

    /// <summary>Registers and sets an authenticator up; a step goes by, so that its next code is a new one.</summary>
    public static async Task<Enrolled> RegisterAsync(TestHost host, string email = Speaker.Email)
    {
        var session = await Pair.RegisterAsync(host, email);
        var secret = await BeginAsync(host, session);
        var answer = await Paths.PostAsync(host, "two-factor/authenticator/confirmation", session.Access, ("code", TestAuthenticator.CodeOf(secret, host.Clock.GetUtcNow())));
        host.Clock.Advance(TimeSpan.FromSeconds(30));
        return new(host, email, session, secret, CodesIn(answer));
    }

    public static async Task<string> BeginAsync(TestHost host, Pair session, string? code = null)
    {
        var begun = await Paths.PostAsync(host, "two-factor/authenticator", session.Access, ("code", code));
        Assert.That(begun.Status, Is.EqualTo(200), begun.Body);
        return Paths.Member(begun, "secret");
    }

    public static IReadOnlyList<string> CodesIn(Answer answer)
    {
        Assert.That(answer.Status, Is.EqualTo(200), answer.Body);
        return JsonSerializer.Deserialize<string[]>(Paths.Member(answer, "recoveryCodes"))!;
    }

    /// <summary>What the app shows now, or some steps before or after.</summary>
    public string Code(int steps = 0) => TestAuthenticator.CodeOf(Secret, Host.Clock.GetUtcNow(), steps);

    public Task<Answer> SignInAsync(string? code, string method = "totp") => Paths.SignInAsync(Host, Email, code, method);

    public Task<Answer> PostAsync(string path, string? code) => Paths.PostAsync(Host, path, Session.Access, ("code", code));

    public Task<Answer> StateAsync() => Paths.GetAsync(Host, "two-factor", Session.Access);

    public override string ToString() => Email;
}
