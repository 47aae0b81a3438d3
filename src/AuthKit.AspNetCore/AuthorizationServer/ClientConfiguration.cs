using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace AuthKit.AuthorizationServer;

/// <summary>The client configuration endpoint (RFC 7592 §2): a client's registration with the address at which it reads and changes it.</summary>
internal static class ClientConfiguration
{
    public static ReadClient Read(Http.WireRequest r) => new(r.Query("client_id"), r.RegistrationToken);

    public static DeleteClient Delete(Http.WireRequest r) => new(r.Query("client_id"), r.RegistrationToken);

    /// <summary>A flow that gives a client's registration, as the standards write it (§3).</summary>
    public static Flow<TCommand, JsonObject> Written<TCommand>(OAuthContract contract, Flow<TCommand, RegisteredClient> flow) => new(async (services, command, context, cancellationToken) =>
        (await flow.RunAsync(services, command, context, cancellationToken)).Succeeded(out var client, out var failure)
            ? ClientRegistration.Write(client, contract.AddressOf(OAuthPaths.Register, services.GetRequiredService<IOptions<AuthKitOptions>>().Value))
            : failure)
    {
        TakesCredentials = flow.TakesCredentials,
        Fails = flow.Fails,
    };
}
