using Microsoft.Extensions.Options;

namespace AuthKit.AuthorizationServer;

/// <summary>Turns on what a security profile wants of every client, so that a host need not name it.</summary>
internal sealed class ProfileDefaults : IPostConfigureOptions<AuthKitOptions>
{
    // FAPI 2.0 Security Profile §5.3.2.2: less than 10 minutes.
    private static readonly TimeSpan PushedRequestLifetime = TimeSpan.FromMinutes(9);

    public void PostConfigure(string? name, AuthKitOptions options)
    {
        var server = options.OAuth;
        if (server.Profile is not SecurityProfile.Fapi2)
            return;
        server.RequirePkce = true;
        server.RequirePushedRequests = true;
        server.RotateBoundRefreshTokens ??= false;
        if (server.PushedRequestLifetime == OAuthOptions.UsualPushedRequestLifetime)
            server.PushedRequestLifetime = PushedRequestLifetime;
    }
}
