using System.Collections.Concurrent;
using AuthKit.Sessions;
using AuthKit.SignIns;
using Microsoft.Extensions.DependencyInjection;

namespace AuthKit.Contracts.Tests.Pages;

/// <summary>A client that wants a second factor gets it where a device would be spared it.</summary>
internal sealed class WantedFactorTests
{
    [Test]
    public async Task A_device_that_is_spared_the_second_factor_is_asked_for_it_where_a_client_wants_it()
    {
        await using var host = await PageHost.WithAccountAsync(new()
        {
            Services = services => services.AddSingleton<ISecondFactor, Typed>().AddSingleton<ITrustedDevices, Trusted>(),
        });
        using var browser = new Browser(host);
        await browser.SubmitAsync(await browser.SignInAsync(await browser.OpenAsync("/signin")), ("code", Typed.Right), ("trust_device", "yes"));

        var spared = await browser.SignInAsync(await browser.OpenAsync(PageHost.Authorize(("client_id", "own"), ("prompt", "login"))));
        var asked = await browser.SignInAsync(await browser.OpenAsync(PageHost.Authorize(("client_id", "own"), ("acr_values", "urn:authkit:acr:2fa"))));

        Assert.That(PageHost.ToClient(spared), Does.ContainKey("code"));
        Assert.That(asked.Status, Is.EqualTo(200));
        Assert.That(PageHost.ToClient(await browser.SubmitAsync(asked, ("code", Typed.Right))), Does.ContainKey("code"));
        Assert.That(PageHost.ToClient(await browser.OpenAsync(PageHost.Authorize(("client_id", "own"), ("acr_values", "urn:authkit:acr:2fa")))), Does.ContainKey("code"), "once is enough");
    }

    /// <summary>A code that everybody has, typed as an authenticator's is.</summary>
    private sealed class Typed : ISecondFactor
    {
        public const string Right = "246810";

        public string Method => "totp";

        public ValueTask<bool> IsSetUpAsync(Users.Account account, CancellationToken cancellationToken) => new(true);

        public Task<Outcome<ProvedFactor>> VerifyAsync(Users.Account account, SecondFactorProof proof, CancellationToken cancellationToken) =>
            Task.FromResult<Outcome<ProvedFactor>>(proof.Code == Right ? new ProvedFactor(AuthenticationMethods.OneTimePassword) : Fault.InvalidSecondFactor);
    }

    private sealed class Trusted : ITrustedDevices
    {
        private readonly ConcurrentDictionary<string, bool> _devices = new();

        public ValueTask<bool> IsTrustedAsync(Users.Account account, string device, CancellationToken cancellationToken) => new(_devices.ContainsKey(device));

        public Task<bool> TrustAsync(Users.Account account, string device, FlowContext context, CancellationToken cancellationToken) => Task.FromResult(_devices[device] = true);
    }
}
