using System.Text.Json.Serialization;

namespace AuthKit.Features.Administration;

/// <summary>What an administrator acts as a user with.</summary>
internal sealed record ImpersonationModel(string AccessToken, string TokenType, int ExpiresIn, [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? IdToken, Guid SessionId)
{
    public static ImpersonationModel Of(Impersonation impersonation) =>
        new(impersonation.AccessToken, impersonation.TokenType, impersonation.ExpiresIn, impersonation.IdToken, impersonation.SessionId);
}
