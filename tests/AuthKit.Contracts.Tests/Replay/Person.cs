using System.Web;
using AuthKit.AuthorizationServer.Requests;
using AuthKit.Contracts.Tests.Harness;

namespace AuthKit.Contracts.Tests.Replay;

/// <summary>The account that document 003's transcripts register, at the authorization server's pages.</summary>
internal sealed class Person(TestHost host)
{
    private const string Email = "sampleMail@example.com";

    private readonly Authorizing _authorizing = new(host);

    /// <summary>Says yes to an authorization request.</summary>
    /// <returns>The code.</returns>
    public Task<string> AuthorizeAsync(string query)
    {
        var parameters = HttpUtility.ParseQueryString(query);
        var request = new AuthorizationParameters
        {
            ClientId = parameters["client_id"],
            ResponseType = parameters["response_type"] ?? "code",
            RedirectUri = parameters["redirect_uri"],
            Scope = parameters["scope"],
            State = parameters["state"],
            Nonce = parameters["nonce"],
            CodeChallenge = parameters["code_challenge"],
            CodeChallengeMethod = parameters["code_challenge_method"],
            RequestUri = parameters["request_uri"],
        };
        return _authorizing.CodeAsync(request, Email);
    }

    public async Task DecideAsync(string userCode, bool allowed) =>
        Assert.That(await _authorizing.DecideAsync(userCode, allowed, Email), Is.Null);
}
