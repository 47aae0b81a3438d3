using System.Net.Http.Headers;
using System.Text;
using AuthKit.Administration;
using AuthKit.Contracts.Tests.External;
using AuthKit.Contracts.Tests.ExternalSchemes;
using AuthKit.Contracts.Tests.Harness;
using AuthKit.Contracts.Tests.TwoFactor;
using Microsoft.Extensions.DependencyInjection;

namespace AuthKit.Contracts.Tests.Replay;

/// <summary>Replays transcripts against a host.</summary>
internal sealed class Player(TestHost host)
{
    private const string Json = "application/json; charset=utf-8";

    // What a transcript does not mention, a reply must not have.
    private static readonly string[] Mentioned = ["WWW-Authenticate", "Allow", "Retry-After", "Set-Cookie", "Location"];

    private readonly Person _person = new(host);

    private readonly Placeholders _placeholders = new()
    {
        ["key-identifier"] = host.Databases.KeyIdentifier,
        ["other-key-identifier"] = host.Databases.KeyIdentifier == "SQLITE" ? "MONGO" : "SQLITE",
        ["demo-connection"] = host.Databases.DemoConnection,
        ["demo-connection-reordered"] = host.Databases.DemoConnectionReordered,
        ["provider-token"] = new ProviderToken().Encode(),
        ["facebook-token"] = new ProviderToken { Subject = "2002", Email = "ngocthien@apzon.com" }.Encode(),
        ["foreign-provider-token"] = new ProviderToken { GoogleAudience = "another", FacebookApplication = "another" }.Encode(),
        ["failing-provider-token"] = new ProviderToken { Status = 500 }.Encode(),
    };

    public async Task PlayAsync(Transcript transcript)
    {
        foreach (var step in transcript.Steps)
        {
            switch (step)
            {
                case Wait wait:
                    host.Clock.Advance(wait.Time);
                    break;
                case Mail mail:
                    _placeholders[mail.Name] = await host.Mails.NextTokenAsync(mail.To);
                    break;
                case Linking linking:
                    var linked = await Flows.LinkExternal.RunAsync(host.Services, new(await host.Mails.NextTokenAsync(linking.To), linking.Password), new() { ClientId = "" }, CancellationToken.None);
                    Assert.That(linked.Failure, Is.Null, transcript.Path);
                    break;
                case RoleGiven given:
                    var users = host.Services.GetRequiredService<IUsers>();
                    var account = await users.FindByNameAsync(given.To, tenant: null, CancellationToken.None);
                    Assert.That((await users.SetRolesAsync(account!.Id, [given.Role], tenant: null, CancellationToken.None)).Failure, Is.Null, transcript.Path);
                    break;
                case Authorization authorization:
                    _placeholders[authorization.Name] = await _person.AuthorizeAsync(_placeholders.Write(authorization.Query));
                    break;
                case DeviceDecision decision:
                    await _person.DecideAsync(_placeholders[decision.Name], decision.Allowed);
                    break;
                case Signing signing:
                    _placeholders[signing.Name] = new Assertion(host, OAuthClients.Signer).Signed(OAuthClients.SignerKey);
                    break;
                case ExternalReturn external:
                    _placeholders[external.Name] = await StandInScheme.TravelAsync(host);
                    break;
                case Authenticator authenticator:
                    _placeholders[authenticator.Name] = TestAuthenticator.CodeOf(_placeholders[authenticator.Secret], host.Clock.GetUtcNow());
                    break;
                case Exchange exchange:
                    await PlayAsync(exchange, $"{transcript}: {exchange.Title}", (transcript.Path.StartsWith("005-account/", StringComparison.Ordinal) || transcript.Path.EndsWith("/account", StringComparison.Ordinal)) ? "application/problem+json" : Json);
                    break;
            }
        }
    }

    private async Task PlayAsync(Exchange exchange, string place, string failure)
    {
        var answer = await SendAsync(exchange);
        var expected = _placeholders.Fill(CompactJson.Of(exchange.Body), answer.Body);
        using (Assert.EnterMultipleScope())
        {
            Assert.That(answer.Status, Is.EqualTo(exchange.Status), place);
            Assert.That(answer.Body, Is.EqualTo(expected), place);
            Assert.That(answer.Header("Content-Type"), Is.EqualTo(expected.Length == 0 ? null : exchange.Status < 400 ? Json : failure), place);
            Assert.That(answer.Header("Cache-Control"), Is.EqualTo("no-store"), place);
            Assert.That(answer.Header("X-Content-Type-Options"), Is.EqualTo("nosniff"), place);
            foreach (var name in Mentioned)
                Assert.That(answer.Header(name), Is.EqualTo(exchange.Headers.SingleOrDefault(header => header.Name == name) is { } written ? _placeholders.Fill(written.Value, answer.Header(name) ?? "") : null), $"{place}: {name}");
        }
    }

    private async Task<Answer> SendAsync(Exchange exchange)
    {
        using var request = new HttpRequestMessage(new(exchange.Method), _placeholders.Write(exchange.Target));
        if (exchange.RequestBody.Length > 0 || exchange.RequestHeaders.Any(header => header.Name == "Content-Type"))
            request.Content = new ByteArrayContent(Encoding.UTF8.GetBytes(_placeholders.Write(exchange.RequestBody)));
        foreach (var header in exchange.RequestHeaders)
        {
            HttpHeaders headers = header.Name == "Content-Type" ? request.Content!.Headers : request.Headers;
            Assert.That(headers.TryAddWithoutValidation(header.Name, _placeholders.Write(header.Value)), Is.True, header.Name);
        }

        using var response = await host.Http.SendAsync(request);
        return await Answer.ReadAsync(response);
    }
}
