using Microsoft.Extensions.Options;

namespace AuthKit.AuthorizationServer.Clients;

/// <summary>When the secrets end that clients are given (RFC 7591 §3.2.1).</summary>
internal sealed class SecretLifetimes(IOptions<AuthKitOptions> options, TimeProvider time)
{
    /// <summary>When one that is given now ends, in seconds since 1970; null where it does not.</summary>
    public long? End => options.Value.OAuth.ClientSecretLifetime is { } lifetime ? (time.GetUtcNow() + lifetime).ToUnixTimeSeconds() : null;

    /// <summary>Whether a client is given another with its next update: half of the time is over, so that nobody has two changes at once, or all of it.</summary>
    public bool IsEnding(ClientMetadata known) => known.SecretExpiresAt is { } end
        && DateTimeOffset.FromUnixTimeSeconds(end) - time.GetUtcNow() <= (options.Value.OAuth.ClientSecretLifetime ?? TimeSpan.Zero) / 2;
}
