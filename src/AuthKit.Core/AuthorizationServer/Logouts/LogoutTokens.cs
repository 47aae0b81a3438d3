using AuthKit.AuthorizationServer.Clients;
using AuthKit.Tokens;
using Microsoft.Extensions.Options;
using Microsoft.IdentityModel.JsonWebTokens;

namespace AuthKit.AuthorizationServer.Logouts;

/// <summary>Logout tokens (OpenID Connect Back-Channel Logout 1.0 §2.4). By their <c>typ</c> none passes for an id token, nor the other way round.</summary>
internal sealed class LogoutTokens(Jwt jwt, Subjects subjects, IOptions<AuthKitOptions> options, TimeProvider time)
{
    private const string Events = "events";
    private const string Event = "http://schemas.openid.net/event/backchannel-logout";

    // §4: no longer than it takes to be sent.
    private static readonly TimeSpan Life = TimeSpan.FromMinutes(2);

    public async ValueTask<string> SignAsync(LogoutNotice notice, Client client, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        var claims = new Dictionary<string, object>
        {
            [JwtRegisteredClaimNames.Sub] = await subjects.OfAsync(notice.UserId, notice.Tenant, client, cancellationToken),
            [JwtRegisteredClaimNames.Jti] = Guid.NewGuid().ToString(),
            [ClaimNames.SessionId] = notice.SessionId.ToString(),
            [Events] = new Dictionary<string, object> { [Event] = new Dictionary<string, object>() },
        };
        var algorithm = client.IdTokenAlgorithm ?? SecurityOffer.Of(options.Value.OAuth.Profile).AlgorithmFor(SigningAlgorithms.Rs256);
        return await jwt.SignAsync(JwtKind.LogoutToken, algorithm, client.Id, now, now + Life, claims, cancellationToken);
    }
}
