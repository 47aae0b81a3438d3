using AuthKit.Contracts.Tests.Harness;
using AuthKit.Features;
using AuthKit.SignIns;
using Microsoft.Extensions.DependencyInjection;

namespace AuthKit.Contracts.Tests.Features;

/// <summary>A sign-in that waits for its second factor, in each contract's words.</summary>
internal sealed class SecondFactorTests
{
    private static readonly Spoken[] Contracts =
    [
        new("connect", "/api/v1/authenticate/second-factor", "model.challenge", "model.methods", """{"challenge":"{0}","code":"{1}","client_id":"quickstart","client_secret":"quickstart-secret"}""", "model.access_token", "model.options.allowCredentials"),
        new("laravel", "/api/v1/second-factor", "data.challenge", "data.methods", """{"challenge":"{0}","code":"{1}"}""", "data.access_token", "data.options.allowCredentials"),
        new("message-code", "/User/SecondFactor", "Content.Challenge", "Content.Methods", """[{"Challenge":"{0}","Code":"{1}"}]""", "Content.TokenId", "Content.Options.allowCredentials"),
        new("tenant", "/api/auth/second-factor", "challenge", "methods", """{"challenge":"{0}","code":"{1}"}""", "token", "options.allowCredentials"),
    ];

    private static readonly EverybodysFactor Factor = new();
    private static TestHost _host = null!;

    [OneTimeSetUp]
    public static async Task StartAsync() => _host = await TestHost.StartAsync(new()
    {
        Services = services => services.AddSingleton<ISecondFactor>(Factor),
        Build = authKit => authKit.AddFeature(new SecondFactorFeature()).AddFeature(new SecondFactorFeature()),
    });

    [OneTimeTearDown]
    public static async Task StopAsync() => await _host.DisposeAsync();

    [Test]
    public async Task It_is_asked_for_and_proved_in_the_contract_s_words([ValueSource(nameof(Contracts))] Spoken spoken)
    {
        var (speaker, email) = (Speaker.OfPasswords.Single(any => any.Contract == spoken.Contract), $"{spoken.Contract}@example.com");
        await speaker.RegisterAsync(_host, email);

        var asked = await speaker.SignInAsync(_host, email);
        var challenge = asked.Member(spoken.ChallengeMember)!;
        var prompt = await _host.PostJsonAsync($"{spoken.Path}/{(spoken.Contract == "message-code" ? "Options" : "options")}", spoken.Of(challenge, ""));
        var wrong = await _host.PostJsonAsync(spoken.Path, spoken.Of(challenge, "135790"));
        var right = await _host.PostJsonAsync(spoken.Path, spoken.Of(challenge, EverybodysFactor.Right));
        var again = await _host.PostJsonAsync(spoken.Path, spoken.Of(challenge, EverybodysFactor.Right));

        using (Assert.EnterMultipleScope())
        {
            Assert.That(asked.Status, Is.EqualTo(401), asked.Body);
            Assert.That(asked.Body, Does.Contain("A second factor is required."));
            Assert.That(asked.Member(spoken.MethodsMember), Is.EqualTo("""["everybodys"]"""));
            Assert.That(prompt.Member(spoken.OptionsMember), Is.EqualTo("[]"));
            Assert.That((wrong.Status, again.Status), Is.EqualTo((401, 401)));
            Assert.That(wrong.Body, Does.Contain("The code is not correct."));
            Assert.That(right.Status, Is.EqualTo(200), right.Body);
            Assert.That(right.Member(spoken.TokenMember)?.Split('.'), Has.Length.EqualTo(3));
        }
    }

    [Test]
    public async Task A_challenge_of_one_contract_is_nothing_to_another()
    {
        var laravel = Speaker.OfPasswords.Single(speaker => speaker.Contract == "laravel");
        await laravel.RegisterAsync(_host, "crossing@example.com");
        var challenge = (await laravel.SignInAsync(_host, "crossing@example.com")).Member("data.challenge")!;

        var elsewhere = await _host.PostJsonAsync("/api/auth/second-factor", Contracts[3].Of(challenge, EverybodysFactor.Right));

        Assert.That(elsewhere.Status, Is.EqualTo(401));
    }

    [Test]
    public async Task Without_a_feature_there_is_no_route()
    {
        var answer = await (await SharedHost.GetAsync()).PostJsonAsync("/api/v1/second-factor", "{}");

        Assert.That(answer.Status, Is.EqualTo(404));
    }

    internal sealed record Spoken(string Contract, string Path, string ChallengeMember, string MethodsMember, string Request, string TokenMember, string OptionsMember)
    {
        public string Of(string challenge, string code) => Request.Replace("{0}", challenge, StringComparison.Ordinal).Replace("{1}", code, StringComparison.Ordinal);

        public override string ToString() => Contract;
    }
}
