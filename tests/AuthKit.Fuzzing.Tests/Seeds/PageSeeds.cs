using System.Net;
using System.Text.RegularExpressions;
using AuthKit.Contracts.Tests.Harness;
using AuthKit.Contracts.Tests.Pages;

namespace AuthKit.Fuzzing.Tests.Seeds;

/// <summary>
/// Requests for the pages. Each is opened with every parameter that any of them reads, by a browser that is signed in and by
/// one that is not; where a form is shown, here or where the page leads, it is filled in.
/// </summary>
internal sealed partial class PageSeeds(TestHost host, LiveValues live, string email, string factored)
{
    private const string Asked = "client_id=mall&response_type=code&redirect_uri=https%3A%2F%2Fmall.example%2Fcallback&scope=openid%20email%20offline_access&state=xyz&nonce=n-0S6&max_age=600&ui_locales=vi%20en&login_hint=anna%40example.com&claims=%7B%7D&acr_values=1";

    private static readonly string Returning = $"&return_url={Uri.EscapeDataString($"/authorize?{Asked}")}";

    private static readonly string Everything =
        $"{Asked}{Returning}&user_code={{{{user-code}}}}&token={{{{reset}}}}&email=anna%40example.com&id_token_hint={{{{rs256}}}}&post_logout_redirect_uri=https%3A%2F%2Fmall.example%2F";

    private static readonly Dictionary<string, string> Typed = new(StringComparer.Ordinal)
    {
        ["identifier"] = "{{someone}}",
        ["email"] = "{{someone}}",
        ["password"] = "{{password}}",
        ["user_code"] = "{{user-code}}",
        ["decision"] = "allow",
        ["token"] = "{{reset}}",
    };

    public async Task<IReadOnlyList<Seed>> ListAsync()
    {
        var seeds = new List<Seed>();
        foreach (var who in new[] { "guest", "person" })
        {
            using var browser = new Browser(host);
            if (who == "person")
                await browser.SubmitAsync(await browser.OpenAsync("/signin"), ("identifier", email), ("password", Obtaining.Password));
            foreach (var page in Endpoints.Pages(host))
                seeds.AddRange(await SeedsOfAsync(browser, page, who));
            live.Add($"cookie-{who}", browser.Cookies.GetCookieHeader(host.Address));
        }

        seeds.Add(await WaitingAsync());
        return seeds;
    }

    // A sign-in that waits for its second factor has its challenge in a form, and in no address.
    private async Task<Seed> WaitingAsync()
    {
        const string who = "factored";
        using var browser = new Browser(host);
        var form = Form.Of(await browser.SubmitAsync(await browser.OpenAsync("/signin"), ("identifier", factored), ("password", Obtaining.Password)));
        var fields = form.Hidden.Select(field => $"{field.Name}={(field.Name == "challenge" ? Challenge(field.Value) : Kept(field.Name, field.Value, who))}").Append($"code={FuzzedFactor.Right}").ToList();
        live.Add($"cookie-{who}", browser.Cookies.GetCookieHeader(host.Address));
        return new($"{who} proves it", new("POST", form.Action, [("Host", "auth.example"), ("Cookie", $"{{{{cookie-{who}}}}}"), ("Content-Type", "application/x-www-form-urlencoded")], string.Join('&', fields)));
    }

    private string Challenge(string value)
    {
        live.AddSecret("page-challenge", value);
        return "{{page-challenge}}";
    }

    private async Task<IEnumerable<Seed>> SeedsOfAsync(Browser browser, string page, string who)
    {
        (string, string)[] headers = [("Host", "auth.example"), ("Accept-Language", "vi,en;q=0.5"), ("Cookie", $"{{{{cookie-{who}}}}}")];
        (string, string)[] posting = [.. headers, ("Content-Type", "application/x-www-form-urlencoded")];
        // It has mailed tokens of its own, and is another contract's, which has no page to go on to.
        var links = page == "/link-account";
        var token = page switch { "/link-account" => "{{link}}", "/undo-deletion" => "{{keeping}}", _ => "{{reset}}" };
        var everything = (links ? Everything.Replace(Returning, "", StringComparison.Ordinal) : Everything).Replace("{{reset}}", token, StringComparison.Ordinal);
        // The list of parts asks for nothing; a part does.
        var target = page == "/my-account" ? $"{page}?part=profile&{everything}" : $"{page}?{everything}";
        var shown = await browser.OpenAsync(new Seed("", new("GET", target, [], "")).Fill(live, new Random(0)).Target);
        List<Seed> seeds =
        [
            new($"{who} GET {page}", new("GET", page, headers, "")),
            new($"{who} GET {page} and everything", new("GET", target, headers, "")),
            new($"{who} POST {page}", new("POST", page, posting, everything)),
        ];
        seeds.AddRange(Forms().Matches(shown.Body).Select(form => new Seed($"{who} fills in what {page} shows", new("POST", WebUtility.HtmlDecode(form.Groups["action"].Value), posting, FilledIn(form.Value, who).Replace("{{reset}}", token, StringComparison.Ordinal)))));
        return seeds;
    }

    private string FilledIn(string form, string who) => string.Join('&', Fields().Matches(form).Select(field => (Name: field.Groups["name"].Value, Value: WebUtility.HtmlDecode(field.Groups["value"].Value)))
        .DistinctBy(field => field.Name)
        .Select(field => $"{field.Name}={(Typed.TryGetValue(field.Name, out var typed) ? typed : Kept(field.Name, field.Value, who))}"));

    // Antiforgery's token goes with the browser's cookie, which is another one in the next round.
    private string Kept(string name, string value, string who)
    {
        if (!name.StartsWith("__", StringComparison.Ordinal))
            return Uri.EscapeDataString(value);
        live.Add($"antiforgery-{who}", Uri.EscapeDataString(value));
        return $"{{{{antiforgery-{who}}}}}";
    }

    [GeneratedRegex("""<form method="post" action="(?<action>[^"]*)">.*?</form>""", RegexOptions.Singleline)]
    private static partial Regex Forms();

    [GeneratedRegex("""<(?:input|button)\b[^>]*?\bname="(?<name>[^"]*)"(?:[^>]*?\bvalue="(?<value>[^"]*)")?""")]
    private static partial Regex Fields();
}
