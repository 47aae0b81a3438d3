using AuthKit.Grants;
using AuthKit.Tokens;

namespace AuthKit.AuthorizationServer.Requests;

/// <summary>A pushed request as a browser brings it: what is kept of it, and the token that opened it.</summary>
internal sealed record PushedReference(Grant Grant, OpaqueToken Token)
{
    public bool IsAnswered => Grant.ConsumedAt is not null;
}
