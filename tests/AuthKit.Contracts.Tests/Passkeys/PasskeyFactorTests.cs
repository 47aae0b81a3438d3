using System.Text.Json.Nodes;
using AuthKit.Contracts.Tests.Harness;
using AuthKit.Passkeys;
using Microsoft.Extensions.DependencyInjection;

namespace AuthKit.Contracts.Tests.Passkeys;

/// <summary>A passkey beside a password, where the host has it so.</summary>
internal sealed class PasskeyFactorTests
{
    private static PasskeyPaths Paths => PasskeyPaths.Laravel;

    [Test]
    public async Task A_password_alone_does_not_sign_in_to_an_account_that_has_one()
    {
        await using var host = await TestHost.StartAsync(new() { Build = authKit => authKit.AddPasskeys(o => o.SecondFactor = true) });
        using SoftwareAuthenticator authenticator = new(), stranger = new();
        var session = await Pair.RegisterAsync(host);
        await Paths.RegisterAsync(host, session.Access, authenticator);
        await Paths.RegisterAsync(host, (await Pair.RegisterAsync(host, "ben@example.com")).Access, stranger);

        var asked = await new LaravelSpeaker().SignInAsync(host);
        var challenge = asked.Member("data.challenge");
        var options = (await host.PostJsonAsync("/api/v1/second-factor/options", $$"""{"challenge":"{{challenge}}"}""")).Json.GetProperty("data").GetProperty("options").Clone();
        var wrong = await AnswerAsync(host, challenge, stranger.Get(options));
        var unasked = await AnswerAsync(host, challenge, authenticator.Get(await Paths.OptionsAsync(host, "/sign-in/options", null)));
        var right = await AnswerAsync(host, challenge, authenticator.Get(options));
        var again = await AnswerAsync(host, challenge, authenticator.Get(options));

        using (Assert.EnterMultipleScope())
        {
            Assert.That(asked.Status, Is.EqualTo(401), asked.Body);
            Assert.That(options.GetProperty("allowCredentials").GetArrayLength(), Is.EqualTo(1));
            Assert.That((wrong.Status, unasked.Status, right.Status, again.Status), Is.EqualTo((401, 401, 200, 401)), right.Body);
            Assert.That((await Paths.SignInAsync(host, authenticator)).Status, Is.EqualTo(200), "With user verification it is both.");
        }
    }

    [Test]
    public async Task Without_user_verification_it_is_one_factor()
    {
        await using var host = await TestHost.StartAsync(new() { Build = authKit => authKit.AddPasskeys(o => (o.SecondFactor, o.UserVerification) = (true, PasskeyUserVerification.Preferred)) });
        using var key = new SoftwareAuthenticator { IsUserVerified = false };
        await Paths.RegisterAsync(host, (await Pair.RegisterAsync(host)).Access, key);

        var alone = await Paths.SignInAsync(host, key);
        key.IsUserVerified = true;

        Assert.That(alone.Status, Is.EqualTo(401), alone.Body);
        Assert.That((await Paths.SignInAsync(host, key)).Status, Is.EqualTo(200));
    }

    private static Task<Answer> AnswerAsync(TestHost host, string? challenge, JsonObject credential) =>
        host.PostJsonAsync("/api/v1/second-factor", new JsonObject { ["challenge"] = challenge, ["credential"] = credential }.ToJsonString());
}
