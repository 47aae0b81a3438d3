using System.Text.Json.Nodes;
using AuthKit.AuthorizationServer.Clients;
using AuthKit.AuthorizationServer.Requests;
using AuthKit.Tokens;
using AuthKit.Users;

namespace AuthKit.AuthorizationServer;

/// <summary>Reads what an access token's scope lets its client know of the user.</summary>
/// <param name="AccessToken">The access token.</param>
/// <param name="RequiredScope">A value that the scope has to have, for example <c>openid</c> (OpenID Connect Core 1.0 §5.3); null for none.</param>
public sealed record GetUserInfo(string? AccessToken, string? RequiredScope = null) : Command;

/// <summary>A user, as far as a client may know them.</summary>
/// <param name="Subject">What the client calls the user.</param>
/// <param name="User">The account, whole: what of it is written is the scope's to say.</param>
/// <param name="Scopes">The values of the scope.</param>
public sealed record UserInfo(string Subject, User User, IReadOnlyList<string> Scopes)
{
    /// <summary>What of the account the client may know, as claims (OpenID Connect Core 1.0 §5.1); what there is no value for is left out (§5.3.2).</summary>
    public JsonObject Claims { get; init; } = [];

    /// <summary>The client for which they have to be signed (<see cref="Client.UserInfoAlgorithm"/>); null where it takes JSON.</summary>
    public string? SignedFor { get; init; }
}

internal sealed class GetUserInfoFlow(Callers callers, ITokenAudiences audiences, Accounts accounts, ClientRegistry clients, SessionLiveness sessions, SessionClaims claims) : IFlow<GetUserInfo, UserInfo>
{
    public async Task<Outcome<UserInfo>> RunAsync(GetUserInfo command, FlowContext context, CancellationToken cancellationToken)
    {
        if (!(await callers.AuthenticateAsync(command.AccessToken, audiences.UserInfo, context, cancellationToken)).Succeeded(out var caller, out var failure))
            return failure;
        var scopes = Scopes.Split(caller.Scope);
        if (caller.IsClient || (command.RequiredScope is { } required && !scopes.Contains(required)))
            return Fault.InsufficientScope;
        await using var account = await accounts.FindAsync(caller, cancellationToken);
        if (account is null)
            return Fault.InvalidToken;
        var client = await clients.FindAsync(caller.ClientId, cancellationToken);
        var details = await sessions.DetailsAsync(caller.SessionId, caller.UserId, caller.Tenant, cancellationToken);
        var user = claims.AsTold(account.User, account.Tenant);
        return new UserInfo(caller.Subject, user, scopes)
        {
            Claims = new([KeyValuePair.Create("sub", (JsonNode?)caller.Subject), .. claims.Of(user, scopes, details.Claims?.UserInfo ?? [], client)]),
            SignedFor = client?.UserInfoAlgorithm is null ? null : client.Id,
        };
    }
}

public static partial class OAuthFlows
{
    /// <summary>Reads what an access token's scope lets its client know of the user.</summary>
    public static Flow<GetUserInfo, UserInfo> GetUserInfo { get; } = Flow<GetUserInfo, UserInfo>.Of<GetUserInfoFlow>(fails: [Fault.InsufficientScope]);
}
