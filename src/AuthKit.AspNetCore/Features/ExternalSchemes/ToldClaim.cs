using System.Security.Claims;
using System.Text.Json;
using Microsoft.AspNetCore.Authentication.OAuth.Claims;

namespace AuthKit.Features.ExternalSchemes;

/// <summary>Takes a member of what a provider tells of somebody as the claim of the same name, unless the id token has it.</summary>
internal sealed class ToldClaim(string name) : ClaimAction(name, ClaimValueTypes.String)
{
    public override void Run(JsonElement userData, ClaimsIdentity identity, string issuer)
    {
        if (!identity.HasClaim(claim => claim.Type == ClaimType)
            && userData.TryGetProperty(ClaimType, out var value)
            && value.ValueKind is JsonValueKind.String or JsonValueKind.True or JsonValueKind.False)
            identity.AddClaim(new(ClaimType, value.ToString(), ValueType, issuer));
    }
}
