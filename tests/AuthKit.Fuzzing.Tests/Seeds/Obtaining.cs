using AuthKit.AuthorizationServer.Requests;
using AuthKit.Contracts.Tests.External;
using AuthKit.Contracts.Tests.Harness;
using AuthKit.SignIns;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.IdentityModel.JsonWebTokens;

namespace AuthKit.Fuzzing.Tests.Seeds;

/// <summary>Has a host give out one of everything that it takes back, a few times over; the next round begins with new ones.</summary>
internal sealed class Obtaining(TestHost host, int round)
{
    // Without anything to escape, so that it is found in whatever it slips into.
    public const string Password = "correct-horse-battery-7";

    /// <summary>How many accounts a round has: what ends one's sessions leaves the others'.</summary>
    private const int People = 6;

    // One-time codes are used up by what fails as well.
    private const int Codes = 7;

    /// <summary>How many of a round get another address, which takes three mails each.</summary>
    private const int Changing = 2;

    private readonly LiveValues _live = new();

    /// <summary>An account of a round.</summary>
    public static string EmailOf(int round, int person = 0) => $"round{round}-{person}@example.com";

    /// <summary>The one account of a round that has a second factor.</summary>
    public static string FactoredOf(int round) => $"factored-{EmailOf(round)}";

    public async Task<LiveValues> ObtainAsync()
    {
        _live.Add("password", Password);
        _live.Secrets.Add(Password);
        _live.Secrets.UnionWith(host.Databases.Secrets);
        AddConfigured();
        for (var person = 0; person < People; person++)
            await SignInAsync(EmailOf(round, person));
        for (var person = 0; person < People; person++)
            await RegisterClientAsync();
        await GiveFactorAsync();
        await ResetAsync();
        for (var person = 0; person < People; person++)
            await AskForCodeAsync($"coded-{EmailOf(round, person)}");
        for (var person = 0; person < Changing; person++)
            await ChangeAddressAsync($"changing-{EmailOf(round, person)}", $"changed-{EmailOf(round, person)}");
        // As many who have an account as who have none.
        for (var person = 0; person < People; person++)
        {
            _live.Add("someone", $"new-{EmailOf(round, person)}");
            _live.Add("token", _live.Pick("jwt-laravel", person));
            await LeaveAsync($"leaving-{EmailOf(round, person)}");
        }

        for (var times = 0; times < Codes; times++)
            await AuthorizeAsync(isFirst: times == 0);
        return _live;
    }

    // What the configuration says, and what the stand-in providers understand.
    private void AddConfigured()
    {
        // Of a contract whose tokens are others', which have none: it is found nowhere.
        _live.Add("route-id", Guid.Empty.ToString());
        _live.Add("route-clientId", OAuthClients.Shop.Id);
        _live.Add("key-identifier", host.Databases.KeyIdentifier);
        _live.Add("other-key-identifier", host.Databases.KeyIdentifier == "SQLITE" ? "MONGO" : "SQLITE");
        _live.Add("demo-connection", host.Databases.DemoConnection);
        _live.Add("demo-connection-reordered", host.Databases.DemoConnectionReordered);
        // Each is somebody else's: an account that one provider has made needs its owner's word for another.
        for (var person = 0; person < People; person++)
        {
            _live.AddSecret("provider-token", new ProviderToken { Subject = $"1{round}{person}", Email = $"google-{EmailOf(round, person)}" }.Encode());
            _live.AddSecret("facebook-token", new ProviderToken { Subject = $"2{round}{person}", Email = $"facebook-{EmailOf(round, person)}" }.Encode());
        }

        _live.AddSecret("foreign-provider-token", new ProviderToken { GoogleAudience = "another", FacebookApplication = "another" }.Encode());
        _live.AddSecret("failing-provider-token", new ProviderToken { Status = 500 }.Encode());
        foreach (var client in new[] { OAuthClients.Shop, OAuthClients.Mall, OAuthClients.House, OAuthClients.Robot })
            _live.Secrets.Add(client.Secret!);
        _live.Secrets.Add(OAuthClients.InitialAccessToken);
        _live.AddSecret("generated-password", "ABCDE-FGHIJ-KLMNO-PQRST");
    }

    // RFC 7592: what a client has registered, it can read, change and take away.
    private async Task RegisterClientAsync()
    {
        var client = await host.PostJsonAsync("/register", """{"redirect_uris":["https://newcomer.example/callback"]}""", Requests.Bearer(OAuthClients.InitialAccessToken));
        _live.Add("client", client.Member("client_id")!);
        _live.AddSecret("secret", client.Member("client_secret")!);
        _live.AddSecret("registration", client.Member("registration_access_token")!);
    }

    private async Task GiveFactorAsync()
    {
        await new LaravelSpeaker().RegisterAsync(host, FactoredOf(round), Password);
        host.Services.GetServices<ISecondFactor>().OfType<FuzzedFactor>().Single().Give(FactoredOf(round));
    }

    private async Task SignInAsync(string email)
    {
        await new LaravelSpeaker().RegisterAsync(host, email, Password);
        _live.AddSecret("confirming", (await MailedAsync([email], "/confirm-email"))[email]);
        _live.Add("someone", email);
        var pair = await Pair.SignInAsync(host, email, Password);
        await AddTokenAsync(pair.Access, "laravel");
        _live.AddSecret("opaque", pair.Refresh, "laravel");
        await AddTokenAsync(pair.Access, "message-code");
        // Each ends another of the person's sessions, so that the one that asks goes on.
        AddDevice("laravel", (await Pair.SignInAsync(host, email, Password)).Access);
        AddDevice("message-code", (await Pair.SignInAsync(host, email, Password)).Access);
        var connect = await new ConnectSpeaker().SignInAsync(host, email, Password);
        await AddTokenAsync(connect.Member("model.access_token")!, "connect");
        AddDevice("connect", (await Pair.SignInAsync(host, email, Password)).Access);
        _live.AddSecret("opaque", connect.Member("model.refresh_token")!, "connect");
        await new TenantSpeaker().RegisterAsync(host, $"tenant-{email}", Password);
        var tenant = await new TenantSpeaker().SignInAsync(host, $"tenant-{email}", Password);
        await AddTokenAsync(tenant.Member("token")!, "tenant");
        _live.AddSecret("tenant-opaque", tenant.Member("refreshToken")!);
        AddDevice("tenant", (await new TenantSpeaker().SignInAsync(host, $"tenant-{email}", Password)).Member("token")!);
        await ConnectAsync($"tenant-{email}");
        await SignInToAccountAsync($"account-{email}");
    }

    // With a key of its account's, which is picked together with it.
    private async Task AddTokenAsync(string accessToken, string contract)
    {
        _live.AddSecret("jwt", accessToken, contract);
        var made = await host.PostJsonAsync("/api/v1/api-keys", """{"name":"Backup","scopes":["notes.read"]}""", Requests.Bearer(accessToken));
        var (id, key) = (made.Member("data.id")!, made.Member("data.key")!);
        _live.Add("guid", id);
        _live.Add($"guid-{contract}", id);
        _live.Add("api-key", key);
        // Before it are the tenant, where there is one, and the handle, which finds the key and opens nothing; behind it a checksum.
        _live.Secrets.Add(key.Split('.')[^2]);
    }

    // With an identity that can be taken away again.
    private async Task SignInToAccountAsync(string email)
    {
        await new AccountSpeaker().RegisterAsync(host, email, Password);
        await MessageCodeSpeaker.ThirdPartyAsync(host, Linking.Google, new ProviderToken { Subject = $"of {email}", Email = email }.Encode());
        var token = (await MailedAsync([email], "/link-account"))[email];
        var linked = await Flows.LinkExternal.RunAsync(host.Services, new(token, Password), new() { ClientId = "" }, CancellationToken.None);
        Assert.That(linked.Failure, Is.Null);
        _live.Add("subject", $"of%20{email}");
        var account = await new AccountSpeaker().SignInAsync(host, email, Password);
        await AddTokenAsync(account.Member("accessToken")!, "account");
        _live.AddSecret("opaque", account.Member("refreshToken")!, "account");
        _live.AddSecret("cookie", (await CookieBrowser.SignInAsync(host, email, Password)).Cookie!, "account");
        AddDevice("account", (await new AccountSpeaker().SignInAsync(host, email, Password)).Member("accessToken")!);
        await ConnectAsync(email);
    }

    private void AddDevice(string contract, string accessToken) => _live.Add($"route-id-{contract}", new JsonWebToken(accessToken).GetPayloadValue<string>("sid"));

    // What the owner can take back.
    private async Task ConnectAsync(string email)
    {
        var authorizing = new Authorizing(host);
        await authorizing.AskAsync(Authorizing.RequestOf(OAuthClients.Shop), await authorizing.SignInAsync(email, Password));
    }

    // An account that is going to be erased, and the link that keeps it.
    private async Task LeaveAsync(string email)
    {
        var account = await new AccountSpeaker().RegisterAsync(host, email, Password);
        await host.SendAsync(HttpMethod.Delete, "/account/my-data", content: null, Requests.Bearer(account.Member("accessToken")!));
        var token = (await MailedAsync([email], "/undo-deletion"))[email];
        _live.AddSecret("keeping", token);
        _live.Add("token", token);
    }

    // The code makes an account, so that it ends nobody's sessions.
    private async Task AskForCodeAsync(string email)
    {
        var asked = await host.PostJsonAsync("/api/v1/mailed-codes", $$"""{"email":"{{email}}"}""");
        _live.AddSecret("challenge", asked.Member("data.challenge")!);
        _live.Add("mailed-code", (await MailedAsync([email], "/mailed-code"))[email]);
    }

    private async Task ChangeAddressAsync(string email, string other)
    {
        await new AccountSpeaker().RegisterAsync(host, email, Password);
        await ConfirmAsync(email);
        var account = await new AccountSpeaker().SignInAsync(host, email, Password);
        await host.PostJsonAsync("/account/email/change", $$"""{"email":"{{other}}","currentPassword":"{{Password}}"}""", Requests.Bearer(account.Member("accessToken")!));
        await ConfirmAsync(other);
        _live.AddSecret("undoing", (await MailedAsync([email], "/undo-email-change"))[email]);
    }

    private async Task ConfirmAsync(string email)
    {
        var token = (await MailedAsync([email], "/confirm-email"))[email];
        Assert.That((await host.PostJsonAsync("/account/email/confirm", $$"""{"token":"{{token}}"}""")).Status, Is.EqualTo(200));
    }

    private async Task AuthorizeAsync(bool isFirst)
    {
        for (var person = 0; person < People; person++)
        {
            var authorizing = new Authorizing(host);
            var browser = await authorizing.SignInAsync(EmailOf(round, person), Password);
            _live.AddSecret("code", await CodeAsync());
            if (!isFirst)
                continue;

            var tokens = OAuthTokens.Of(await OAuthSpeaker.RedeemAsync(host, OAuthClients.Shop, await CodeAsync()));
            _live.AddSecret("jwt", tokens.Access, "oauth");
            // A stranger's client gets at no key.
            _live.Add("guid", Guid.NewGuid().ToString());
            _live.AddSecret("opaque", tokens.Refresh!, "oauth");
            _live.AddSecret("rs256", tokens.Id!);
            _live.AddSecret("assertion", new Assertion(host, OAuthClients.Signer).Signed(OAuthClients.SignerKey));
            var pushed = await host.PostFormAsync("/par", [.. OAuthClients.Shop.Fields, ("response_type", "code"), ("redirect_uri", OAuthClients.Shop.RedirectUri)]);
            _live.AddSecret("pushed", pushed.Member("request_uri")!);
            await authorizing.DecideAsync(await DeviceAsync(), browser);
            _live.AddSecret("user-code", await DeviceAsync());

            async Task<string> CodeAsync()
            {
                var outcome = await authorizing.AskAsync(Authorizing.RequestOf(OAuthClients.Shop), browser);
                return ((AuthorizationGranted)outcome.Value!).Code;
            }
        }
    }

    private async Task<string> DeviceAsync()
    {
        var device = await OAuthSpeaker.AuthorizeDeviceAsync(host, OAuthClients.App);
        _live.AddSecret("device", device.Member("device_code")!);
        return device.Member("user_code")!;
    }

    private async Task ResetAsync()
    {
        string[] people = [.. Enumerable.Range(0, People).Select(person => EmailOf(round, person))];
        foreach (var email in people)
            _live.Add("handle", (await MessageCodeSpeaker.RequestResetAsync(host, email)).Member("Content.TokenId")!);
        var tokens = await MailedAsync(people, "/reset-password");
        foreach (var email in people)
        {
            _live.AddSecret("reset", tokens[email]);
            _live.Add("token", tokens[email]);
        }

        foreach (var email in people)
            await MessageCodeSpeaker.ThirdPartyAsync(host, Linking.Facebook, new ProviderToken { Subject = $"of {email}", Email = email }.Encode());
        var links = await MailedAsync(people, "/link-account");
        foreach (var email in people)
            _live.AddSecret("link", links[email]);
    }

    /// <summary>The tokens of the links to a page that are mailed to each of these.</summary>
    private async Task<Dictionary<string, string>> MailedAsync(string[] people, string page)
    {
        var tokens = new Dictionary<string, string>(StringComparer.Ordinal);
        // Among the mails are those that the requests of the round before have caused.
        while (!people.All(tokens.ContainsKey))
        {
            var mail = await host.Mails.NextAsync();
            if (RecordingMailer.LinkIn(mail) is { } link && link.AbsolutePath == page)
                tokens[mail.To] = RecordingMailer.TokenIn(link);
        }

        return tokens;
    }
}
