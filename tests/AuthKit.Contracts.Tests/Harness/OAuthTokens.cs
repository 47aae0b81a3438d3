namespace AuthKit.Contracts.Tests.Harness;

/// <summary>What the token endpoint hands out.</summary>
internal sealed record OAuthTokens(string Access, string? Refresh, string? Id, string Scope)
{
    public static OAuthTokens Of(Answer answer)
    {
        Assert.That(answer.Status, Is.EqualTo(200), answer.Body);
        return new(answer.Member("access_token")!, Optional("refresh_token"), Optional("id_token"), answer.Member("scope")!);

        string? Optional(string name) => answer.Json.TryGetProperty(name, out var value) ? value.GetString() : null;
    }

    /// <summary>Signs an account, which there may be already, in to a client.</summary>
    public static async Task<OAuthTokens> ObtainAsync(TestHost host, OAuthClient client, string? scope = "openid email offline_access", string email = Speaker.Email)
    {
        await new OAuthSpeaker().RegisterAsync(host, email);
        return Of(await OAuthSpeaker.RedeemAsync(host, client, await new Authorizing(host).CodeAsync(Authorizing.RequestOf(client, scope), email)));
    }

    /// <summary>Whether the access token opens anything, and the refresh token is exchanged.</summary>
    public async Task<(int Access, int Refresh)> TryAsync(TestHost host, OAuthClient client) =>
        ((await OAuthSpeaker.UserInfoAsync(host, Access)).Status, (await OAuthSpeaker.RefreshAsync(host, client, Refresh!)).Status);
}
