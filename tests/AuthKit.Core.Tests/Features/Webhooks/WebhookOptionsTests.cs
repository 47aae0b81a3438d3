using AuthKit.Features.Webhooks;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.FileProviders;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;

namespace AuthKit.Core.Tests.Features.Webhooks;

public sealed class WebhookOptionsTests
{
    private const string Url = "https://hooks.example/authkit";

    [TestCase("http://hooks.example/", "AllowHttp")]
    [TestCase("ftp://hooks.example/", "Url is")]
    [TestCase("/hook", "Url is")]
    [TestCase("https://user:word@hooks.example/", "Url is")]
    [TestCase("https://hooks.example/#there", "Url is")]
    public void An_address_that_could_not_be_posted_to_safely_is_refused(string url, string error) =>
        Assert.That(() => Start(new WebhookEndpoint { Url = new(url, UriKind.RelativeOrAbsolute), Secret = WebhookHost.NewSecret() }), Throws.TypeOf<OptionsValidationException>().With.Message.Contains(error));

    [TestCase(null)]
    [TestCase("")]
    [TestCase("secret")]
    [TestCase("whsec_")]
    [TestCase("whsec_!!!!")]
    [TestCase("whsec_AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=")]
    public void A_secret_that_nobody_could_verify_by_or_anybody_guess_is_refused(string? secret)
    {
        Assert.That(() => Start(new WebhookEndpoint { Url = new(Url), Secret = secret }), Throws.TypeOf<OptionsValidationException>().With.Message.Contains("Secret is whsec_"));
        Assert.That(() => Start(new WebhookEndpoint { Url = new(Url), Secret = WebhookHost.NewSecret(), FormerSecret = secret ?? "" }), Throws.TypeOf<OptionsValidationException>().With.Message.Contains("FormerSecret"));
    }

    [Test]
    public void Two_that_could_not_be_told_apart_are_refused_unless_they_have_names()
    {
        WebhookEndpoint Endpoint(string? name) => new() { Url = new(Url), Secret = WebhookHost.NewSecret(), Name = name };

        Assert.That(() => Start(Endpoint(null), Endpoint(null)), Throws.TypeOf<OptionsValidationException>());
        Assert.That(() => Start(Endpoint("one"), Endpoint("one")), Throws.TypeOf<OptionsValidationException>());
        Assert.That(() => Start(Endpoint("one"), Endpoint("two")), Throws.Nothing);
        Assert.That(() => Start(Endpoint("not a name")), Throws.TypeOf<OptionsValidationException>());
    }

    [TestCase("MaxAttempts", "0")]
    [TestCase("AtOnce", "65")]
    [TestCase("AttemptTimeout", "00:02:00")]
    [TestCase("MaxAge", "00:00:30")]
    public void What_is_out_of_bounds_is_refused(string member, string value) => Assert.That(
        () => Start(options => typeof(WebhookOptions).GetProperty(member)!.SetValue(options, member is "MaxAttempts" or "AtOnce" ? int.Parse(value) : TimeSpan.Parse(value))),
        Throws.TypeOf<OptionsValidationException>().With.Message.Contains($"Webhooks.{member}"));

    [TestCase("Development", true)]
    [TestCase("Production", false)]
    public void Http_is_for_Development(string environment, bool starts)
    {
        void Begin() => _ = new FeatureHost(Keeping.Memory, builder =>
        {
            builder.Services.AddSingleton<IHostEnvironment>(new Environment(environment));
            builder.AddWebhooks(options => options.Endpoints.Add(new() { Url = new("http://localhost:1/"), Secret = WebhookHost.NewSecret() }));
        });

        if (starts)
            Assert.That(Begin, Throws.Nothing);
        else
            Assert.That(Begin, Throws.TypeOf<OptionsValidationException>());
    }

    private static FeatureHost Start(params WebhookEndpoint[] endpoints) => Start(options =>
    {
        foreach (var endpoint in endpoints)
            options.Endpoints.Add(endpoint);
    });

    private static FeatureHost Start(Action<WebhookOptions> configure) => new(Keeping.Memory, builder => builder.AddWebhooks(configure));

    private sealed class Environment(string name) : IHostEnvironment
    {
        public string EnvironmentName { get; set; } = name;

        public string ApplicationName { get; set; } = "tests";

        public string ContentRootPath { get; set; } = "";

        public IFileProvider ContentRootFileProvider { get; set; } = new NullFileProvider();
    }
}
