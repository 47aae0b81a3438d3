using System.Text.Json;
using System.Text.Json.Nodes;
using AuthKit.AuthorizationServer.Clients;
using AuthKit.Tokens;
using Microsoft.Extensions.Options;

namespace AuthKit.AuthorizationServer;

/// <summary>Signs a reply to a client that wants it so.</summary>
/// <param name="Kind">What is replied to.</param>
/// <param name="ClientId">The client.</param>
/// <param name="Members">What is replied. Who signed it and for whom stand beside it.</param>
public sealed record SignReply(SignedReply Kind, string ClientId, JsonObject Members) : Command;

/// <summary>The replies that are signed.</summary>
public enum SignedReply
{
    /// <summary>The answer to an authorization request (JWT Secured Authorization Response Mode §2.1).</summary>
    Authorization,

    /// <summary>What the userinfo endpoint tells (OpenID Connect Core 1.0 §5.3.2).</summary>
    UserInfo,

    /// <summary>What introspection tells (RFC 9701 §5).</summary>
    Introspection,
}

internal sealed class SignReplyFlow(ClientRegistry clients, Jwt jwt, IOptions<AuthKitOptions> options, TimeProvider time) : IFlow<SignReply, string>
{
    // As long as JARM §2.1 has it at the most: a person may look at a page before it is sent.
    private static readonly TimeSpan AuthorizationLifetime = TimeSpan.FromMinutes(10);

    public async Task<Outcome<string>> RunAsync(SignReply command, FlowContext context, CancellationToken cancellationToken)
    {
        if (await clients.FindAsync(command.ClientId, cancellationToken) is not { } client)
            return Fault.InvalidClient;
        var usual = SecurityOffer.Of(options.Value.OAuth.Profile).AlgorithmFor(SigningAlgorithms.Rs256);
        var (kind, algorithm, lifetime) = command.Kind switch
        {
            SignedReply.Authorization => (JwtKind.AuthorizationResponse, client.AuthorizationAlgorithm ?? client.IdTokenAlgorithm ?? context.IdTokenAlgorithm, AuthorizationLifetime),
            SignedReply.UserInfo => (JwtKind.UserInfo, client.UserInfoAlgorithm ?? usual, (TimeSpan?)null),
            // RFC 9701 §8.1: without exp and sub it passes for no access token.
            SignedReply.Introspection => (JwtKind.Introspection, client.IntrospectionAlgorithm ?? usual, null),
            _ => throw new ArgumentOutOfRangeException(nameof(command)),
        };
        var now = time.GetUtcNow();
        return await jwt.SignAsync(kind, algorithm, client.Id, now, now + lifetime, Claims(command.Members), cancellationToken);
    }

    private static Dictionary<string, object> Claims(JsonObject members) =>
        members.Where(static member => member.Value is not null).ToDictionary(static member => member.Key, static member => (object)JsonElement.Parse(member.Value!.ToJsonString()));
}

public static partial class OAuthFlows
{
    /// <summary>Signs a reply to a client that wants it so.</summary>
    public static Flow<SignReply, string> SignReply { get; } = Flow<SignReply, string>.Of<SignReplyFlow>();
}
