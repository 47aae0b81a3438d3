namespace AuthKit.Contracts.Tests.Harness;

/// <summary>The tokens of a session, got through document 001, whose replies have both.</summary>
internal sealed record Pair(string Access, string Refresh)
{
    public static Pair Of(Answer answer)
    {
        Assert.That(answer.Status, Is.EqualTo(200), answer.Body);
        return new(answer.Member("data.access_token")!, answer.Member("data.refresh_token")!);
    }

    /// <summary>Makes an account and signs it in.</summary>
    public static async Task<Pair> RegisterAsync(TestHost host, string email = Speaker.Email) => Of(await new LaravelSpeaker().RegisterAsync(host, email));

    /// <summary>Signs the account in on another device.</summary>
    public static async Task<Pair> SignInAsync(TestHost host, string email = Speaker.Email, string password = Speaker.Password) =>
        Of(await new LaravelSpeaker().SignInAsync(host, email, password));

    /// <summary>The next pair.</summary>
    public async Task<Pair> RefreshAsync(TestHost host) => Of(await LaravelSpeaker.RefreshAsync(host, Refresh));

    /// <summary>Whether the access token opens the host's own endpoint and the refresh token is exchanged. The session is not the same afterwards.</summary>
    public async Task<(int Access, int Refresh)> TryAsync(TestHost host) =>
        ((await host.MeAsync(Access)).Status, (await LaravelSpeaker.RefreshAsync(host, Refresh)).Status);
}
