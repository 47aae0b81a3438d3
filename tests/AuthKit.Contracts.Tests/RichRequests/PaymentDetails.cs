using System.Text.Json.Nodes;
using AuthKit.AuthorizationServer.Clients;
using AuthKit.AuthorizationServer.Details;

namespace AuthKit.Contracts.Tests.RichRequests;

/// <summary>A bank's: one payment, of at most a hundred.</summary>
internal sealed class PaymentDetails : IAuthorizationDetailsType
{
    public string Type => "payment";

    public ValueTask<JsonObject?> ValidateAsync(JsonObject asked, Client client, CancellationToken cancellationToken)
    {
        if (asked["amount"] is not JsonValue value || !value.TryGetValue<int>(out var amount) || amount is < 1 or > 100 || asked.Count > 3)
            return new((JsonObject?)null);
        asked["currency"] ??= "EUR";
        return new(asked);
    }

    public string Describe(JsonObject granted, string language) => $"Pay {granted["amount"]} {granted["currency"]} once <b>";
}
