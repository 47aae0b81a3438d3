using System.Text.Json.Nodes;
using AuthKit.AuthorizationServer.Clients;

namespace AuthKit.AuthorizationServer.Details;

/// <summary>
/// A type of authorization details (RFC 9396 §2), which a host adds by <c>AddAuthorizationDetails</c>: what a scope cannot say,
/// such as one payment of one amount. Only the host can tell what is in order, and how to say it to people.
/// </summary>
public interface IAuthorizationDetailsType
{
    /// <summary>The <c>type</c>, compared exactly.</summary>
    string Type { get; }

    /// <summary>Validates a detail of this type. It may be asked several times for one request, and must not change anything.</summary>
    /// <param name="asked">The object that the client sent, its <c>type</c> included; it may be changed and returned.</param>
    /// <param name="client">The client.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>The detail as it would be granted: as it was asked for, narrowed, or filled in; null to refuse the request (<c>invalid_authorization_details</c>).</returns>
    ValueTask<JsonObject?> ValidateAsync(JsonObject asked, Client client, CancellationToken cancellationToken);

    /// <summary>Says on the page of consent, in one sentence, what a detail would let the client do. It is shown as text.</summary>
    /// <param name="granted">What <see cref="ValidateAsync"/> returned.</param>
    /// <param name="language">The page's language (BCP 47), for example <c>en</c>.</param>
    string Describe(JsonObject granted, string language);
}
