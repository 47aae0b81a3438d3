using System.Security.Cryptography;
using System.Text;
using AuthKit.Contracts.Tests.Harness;
using AuthKit.Contracts.Tests.Pages;

namespace AuthKit.Contracts.Tests.Protection;

/// <summary>ASVS 5.0 §6.2.12: a password that has leaked somewhere becomes nobody's here.</summary>
internal sealed class BreachedPasswordTests
{
    private const string Leaked = "orange tractor 1987";
    private const string Fresh = "nobody has had this one";

    private readonly string _file = Path.GetTempFileName();

    [SetUp]
    public void Write() => File.WriteAllLines(_file, Enumerable.Range(0, 1000).Select(static number => $"filler {number}").Append(Leaked).Append(Leaked + "!")
        .Select(static password => $"{Convert.ToHexString(SHA1.HashData(Encoding.UTF8.GetBytes(password)))}:7").Order(StringComparer.Ordinal));

    [TearDown]
    public void Delete() => File.Delete(_file);

    [TestCase(Leaked, false)]
    [TestCase(Fresh, true)]
    public async Task A_registration_and_a_reset_take_none(string password, bool isAllowed)
    {
        await using var host = await StartAsync();
        await Pair.RegisterAsync(host);
        await LaravelSpeaker.RequestResetAsync(host);
        var token = await host.Mails.NextTokenAsync(Speaker.Email);

        var registered = await new LaravelSpeaker().RegisterAsync(host, "bob@example.com", password);
        var reset = await LaravelSpeaker.ResetAsync(host, token, password);
        Assert.That((registered.Status, reset.Status), Is.EqualTo(isAllowed ? (200, 200) : (422, 422)));
        if (isAllowed)
            return;
        Assert.That(registered.Body, Is.EqualTo("""{"code":422,"data":null,"message":"","errors":{"password":["The password is on a list of compromised passwords; choose a different one."]}}"""));
        var tenant = await new TenantSpeaker().RegisterAsync(host, "bob@example.com", "orange tractor 1987!");
        Assert.That((tenant.Status, tenant.Body), Is.EqualTo((400, """{"success":false,"message":"The Password is on a list of compromised passwords; choose a different one."}""")));
    }

    [Test]
    public async Task A_change_takes_none_either_and_a_refusal_does_not_use_a_reset_up()
    {
        await using var host = await StartAsync();
        var signedIn = await Pair.RegisterAsync(host);

        Assert.That((await MessageCodeSpeaker.UpdatePasswordAsync(host, signedIn.Access, Speaker.Password, Leaked)).Status, Is.EqualTo(400));
        await LaravelSpeaker.RequestResetAsync(host);
        var token = await host.Mails.NextTokenAsync(Speaker.Email);
        Assert.That((await LaravelSpeaker.ResetAsync(host, token, Leaked)).Status, Is.EqualTo(422));
        Assert.That((await LaravelSpeaker.ResetAsync(host, token, Fresh)).Status, Is.EqualTo(200));
    }

    [Test]
    public async Task It_is_said_on_the_page_in_its_language([Values("en", "vi")] string language)
    {
        await using var host = await StartAsync();
        await Pair.RegisterAsync(host);
        await LaravelSpeaker.RequestResetAsync(host);
        var token = await host.Mails.NextTokenAsync(Speaker.Email);
        using var browser = new Browser(host, language);

        var page = await browser.OpenAsync($"/reset-password?token={token}");
        var again = await browser.SubmitAsync(page, ("password", Leaked));

        Assert.That(again.Body, Does.Contain(language == "en" ? "This password is on a list of compromised passwords." : "Mật khẩu này có trong danh sách mật khẩu đã bị lộ."));
    }

    [Test]
    public async Task An_account_signs_in_with_the_one_that_it_has()
    {
        await using var before = await TestHost.StartAsync();
        await new LaravelSpeaker().RegisterAsync(before, Speaker.Email, Leaked);
        await using var host = await StartAsync(new() { Shared = before.Databases });
        Assert.That((await new LaravelSpeaker().SignInAsync(host, Speaker.Email, Leaked)).Status, Is.EqualTo(200));
    }

    private Task<TestHost> StartAsync(HostPlan? plan = null) => TestHost.StartAsync((plan ?? new()).And(new() { Build = builder => builder.AddBreachedPasswords(_file) }));
}
