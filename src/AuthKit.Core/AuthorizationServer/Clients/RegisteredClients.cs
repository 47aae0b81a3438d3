using AuthKit.Databases;
using AuthKit.Events;

namespace AuthKit.AuthorizationServer.Clients;

/// <summary>The clients that registered themselves, to those who hold their registration access token (RFC 7592 §2).</summary>
internal sealed class RegisteredClients(HomeDatabase home, IEvents events)
{
    /// <summary>The client whose token this is. Whether there is a client with the id is told to nobody else (§2.1).</summary>
    public async Task<Outcome<ClientRecord>> FindAsync(string? id, string? token, FlowContext context, CancellationToken cancellationToken)
    {
        if (string.IsNullOrEmpty(token))
            return Fault.MissingToken;
        var record = string.IsNullOrEmpty(id) || id.Length > ClientFields.MaxId ? null : await (await home.GetAsync(cancellationToken)).Clients.FindAsync(id, cancellationToken);
        if (ClientSecret.Matches(token, record?.RegistrationHash))
            return record!;
        await events.RaiseAsync(context, new TokenRefused(TokenKinds.RegistrationAccess, TokenRefusals.Invalid), cancellationToken);
        return Fault.InvalidToken;
    }
}
