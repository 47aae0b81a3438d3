using System.Text.Json.Nodes;
using AuthKit.Administration;
using AuthKit.AuthorizationServer.Requests;
using AuthKit.Contracts.Tests.External;
using AuthKit.Contracts.Tests.Harness;
using AuthKit.Contracts.Tests.Passkeys;
using AuthKit.Contracts.Tests.TwoFactor;
using AuthKit.Users;
using Microsoft.Extensions.DependencyInjection;

namespace AuthKit.Contracts.Tests.Owner;

/// <summary>An account that has something of everything: of each feature, and in each table.</summary>
/// <param name="User">The account.</param>
/// <param name="Token">An access token of a session that has just proved two factors.</param>
/// <param name="Secrets">What nobody is shown again.</param>
internal sealed record FullAccount(User User, string Token, IReadOnlyList<string> Secrets)
{
    public const string Name = "Anna Sesamkorn";
    public const string DeviceName = "Annas Sesamtelefon";

    /// <summary>A host with all features.</summary>
    public static HostPlan Plan { get; } = new()
    {
        Build = static authKit => authKit.AddRoles("admin").AddEmailConfirmation().AddMailedCodes().AddPasskeys().AddDevices().AddConnections().AddMyData()
            .AddTwoFactor(static twoFactor => twoFactor.RememberDevices = TimeSpan.FromDays(30)),
        Options = static options =>
        {
            SharedProviders.Instance.Configure(options);
            (options.Accounts.KeepLastSeen, options.MailedCodes.Pause) = (true, TimeSpan.Zero);
        },
    };

    /// <summary>The tables that have a row of it.</summary>
    public static IReadOnlyList<string> Tables { get; } =
    [
        "authkit_sessions", "authkit_grants", "authkit_consents", "authkit_external_logins", "authkit_role_members", "authkit_passkeys", "authkit_authenticators", "authkit_recovery_codes", "authkit_trusted_devices",
    ];

    public static async Task<FullAccount> MakeAsync(TestHost host, string? tenant = null)
    {
        var (paths, speaker) = tenant is null ? (TwoFactorPaths.Laravel, (Speaker)new LaravelSpeaker()) : (TwoFactorPaths.All.Single(static paths => paths.Contract == "tenant"), new TenantSpeaker());
        var users = host.Services.GetRequiredService<IUsers>();
        await speaker.RegisterAsync(host);
        var id = (await users.FindByNameAsync(Speaker.Email, tenant, default))!.Id;
        await users.UpdateAsync(id, static anna => anna with { Profile = anna.Profile with { Name = Name } }, tenant, default);
        await users.SetRolesAsync(id, ["admin"], tenant, default);
        await speaker.SignInAsync(host, password: "wrong horse 7!");
        await LaravelSpeaker.RequestResetAsync(host);
        await MailAsync(host, "/reset-password");
        if (tenant is null)
            await LinkAsync(host);
        await ConnectAsync(host);

        var token = Token(await speaker.SignInAsync(host));
        using var authenticator = new SoftwareAuthenticator();
        var passkeys = PasskeyPaths.All.Single(all => all.Contract == paths.Contract);
        Assert.That((await passkeys.RegisterAsync(host, token, authenticator, "Annas Schlüssel")).Status, Is.EqualTo(201));
        var begun = await paths.PostAsync(host, "two-factor/authenticator", token);
        Assert.That(begun.Status, Is.EqualTo(200), begun.Body);
        var secret = paths.Member(begun, "secret");
        var confirmed = await paths.PostAsync(host, "two-factor/authenticator/confirmation", token, ("code", TestAuthenticator.CodeOf(secret, host.Clock.GetUtcNow())));
        host.Clock.Advance(TimeSpan.FromSeconds(30));
        var codes = RecoveryCodes(paths, confirmed);
        // A code that was mailed, and is not used.
        await host.PostJsonAsync("/api/v1/mailed-codes", $$"""{"email":"{{Speaker.Email}}"}""");
        await MailAsync(host, "/mailed-code");

        var challenge = await paths.ChallengeAsync(host, Speaker.Email);
        var both = await paths.PostAsync(host, "second-factor", [("User-Agent", "Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0")], ("challenge", challenge), ("method", "totp"), ("code", TestAuthenticator.CodeOf(secret, host.Clock.GetUtcNow())), ("trustDevice", true));
        token = Token(both);
        // A sign-in that waits.
        await paths.ChallengeAsync(host, Speaker.Email);
        var device = (await paths.GetAsync(host, "devices", token)).Json;
        var first = (tenant is null ? device.GetProperty("data") : device).GetProperty("devices")[0].GetProperty("id").GetString();
        Assert.That((await host.SendAsync(HttpMethod.Put, paths.Path($"devices/{first}"), new StringContent($$"""{"name":"{{DeviceName}}"}""", System.Text.Encoding.UTF8, "application/json"), Requests.Bearer(token))).Status, Is.EqualTo(200));
        return new((await users.FindAsync(id, tenant, default))!, token, [secret, .. codes]);

        string Token(Answer answer)
        {
            Assert.That(answer.Status, Is.EqualTo(200), answer.Body);
            return answer.Member(tenant is null ? "data.access_token" : "token")!;
        }
    }

    private static IReadOnlyList<string> RecoveryCodes(TwoFactorPaths paths, Answer confirmed)
    {
        Assert.That(confirmed.Status, Is.EqualTo(200), confirmed.Body);
        return [.. JsonNode.Parse(paths.Member(confirmed, "recoveryCodes"))!.AsArray().Select(static code => code!.GetValue<string>())];
    }

    private static async Task LinkAsync(TestHost host)
    {
        await MessageCodeSpeaker.ThirdPartyAsync(host, Linking.Google, new ProviderToken { Subject = $"of {Speaker.Email}", Email = Speaker.Email }.Encode());
        var linked = await Flows.LinkExternal.RunAsync(host.Services, new(await MailAsync(host, "/link-account"), Speaker.Password), new() { ClientId = "" }, default);
        Assert.That(linked.Failure, Is.Null);
    }

    // One client that has tokens, and a code that it has not redeemed.
    private static async Task ConnectAsync(TestHost host)
    {
        var authorizing = new Authorizing(host);
        var browser = await authorizing.SignInAsync();
        OAuthTokens.Of(await OAuthSpeaker.RedeemAsync(host, OAuthClients.Shop, await CodeAsync()));
        await CodeAsync();

        async Task<string> CodeAsync() => ((AuthorizationGranted)(await authorizing.AskAsync(Authorizing.RequestOf(OAuthClients.Shop), browser)).Value!).Code;
    }

    /// <summary>The token of the next mail that leads to a page.</summary>
    private static async Task<string> MailAsync(TestHost host, string page)
    {
        while (true)
        {
            if (RecordingMailer.LinkIn(await host.Mails.NextAsync()) is { } link && link.AbsolutePath == page)
                return RecordingMailer.TokenIn(link);
        }
    }
}
