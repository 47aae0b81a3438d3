using AuthKit.AuthorizationServer;
using AuthKit.Contracts.Tests.Harness;

namespace AuthKit.Contracts.Tests.Pages;

/// <summary>Letting in a device that has no browser (RFC 8628 §3.3).</summary>
internal sealed class DeviceTests
{
    [Test]
    public async Task A_code_in_the_address_is_confirmed_all_the_same()
    {
        await using var host = await PageHost.WithAccountAsync();
        using var browser = new Browser(host);
        var device = await PageHost.DeviceAsync(host);

        var ask = await browser.SignInAsync(await browser.OpenAsync($"/device?user_code={device.UserCode}"));
        Assert.That(ask.Body, Does.Contain($"value=\"{device.UserCode}\"").And.Contain("href=\"/logout\"").And.Not.Contain("The Shop"));
        var confirm = await browser.SubmitAsync(ask, ("user_code", device.UserCode));
        Assert.That(confirm.Body, Does.Contain("Connect The Shop?").And.Contain("Read your &lt;notes&gt;").And.Contain(device.UserCode).And.Contain(Speaker.Email).And.Contain("This access ends after 15 min.").And.Contain("href=\"/logout\""));
        Assert.That(await PollAsync(host, device), Is.EqualTo(Fault.AuthorizationPending));
        var done = await browser.SubmitAsync(confirm, ("decision", "allow"));

        Assert.That(done.Body, Does.Contain("Your device is connected"));
        Assert.That(await PollAsync(host, device), Is.Null);
    }

    [Test]
    public async Task A_device_can_be_kept_out()
    {
        await using var host = await PageHost.WithAccountAsync();
        using var browser = new Browser(host);
        var device = await PageHost.DeviceAsync(host);
        var ask = await browser.SignInAsync(await browser.OpenAsync("/device"));

        var done = await browser.SubmitAsync(await browser.SubmitAsync(ask, ("user_code", device.UserCode.ToLowerInvariant())), ("decision", "deny"));

        Assert.That(done.Body, Does.Contain("was not connected"));
        Assert.That(await PollAsync(host, device), Is.EqualTo(Fault.AccessDenied));
    }

    [TestCase("")]
    [TestCase("BCDF-GHJK")]
    [TestCase("<script>")]
    public async Task A_wrong_code_leads_nowhere(string code)
    {
        await using var host = await PageHost.WithAccountAsync();
        using var browser = new Browser(host);
        var ask = await browser.SignInAsync(await browser.OpenAsync("/device"));

        var again = await browser.SubmitAsync(ask, ("user_code", code));

        Assert.That(again.Status, Is.EqualTo(400));
        Assert.That(again.Body, Does.Contain("id=\"user_code-error\"").And.Not.Contain("<script"));
    }

    [Test]
    public async Task A_code_is_decided_on_once()
    {
        await using var host = await PageHost.WithAccountAsync();
        using var browser = new Browser(host);
        var device = await PageHost.DeviceAsync(host);
        var confirm = await browser.SubmitAsync(await browser.SignInAsync(await browser.OpenAsync("/device")), ("user_code", device.UserCode));
        await browser.SubmitAsync(confirm, ("decision", "deny"));

        var again = await browser.SubmitAsync(confirm, ("decision", "allow"));

        Assert.That(again.Status, Is.EqualTo(400));
        Assert.That(again.Body, Does.Contain("is not valid"));
        Assert.That(await PollAsync(host, device), Is.EqualTo(Fault.AccessDenied));
    }

    private static async Task<Fault?> PollAsync(TestHost host, DeviceAuthorization device)
    {
        host.Clock.Advance(TimeSpan.FromSeconds(10));
        return (await OAuthFlows.RedeemDeviceCode.RunAsync(host.Services, new(device.DeviceCode, new("store", null)), new() { ClientId = "oauth" }, CancellationToken.None)).Failure?.Fault;
    }
}
