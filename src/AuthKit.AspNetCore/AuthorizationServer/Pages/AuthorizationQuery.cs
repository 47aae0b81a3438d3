using AuthKit.AuthorizationServer.Requests;
using AuthKit.Pages;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.Primitives;

namespace AuthKit.AuthorizationServer.Pages;

/// <summary>Reads an authorization request from an address (RFC 6749 §3.1): a parameter without a value was not sent, and one sent twice has none.</summary>
internal static class AuthorizationQuery
{
    public static AuthorizationParameters Read(string address)
    {
        var sent = QueryHelpers.ParseQuery(PageAddresses.QueryOf(address));
        var hasDuplicates = false;
        var parameters = AuthorizationRequestReader.Of(name =>
        {
            var values = sent.GetValueOrDefault(name, StringValues.Empty);
            hasDuplicates |= values.Count > 1;
            return values is [{ Length: > 0 } only] ? only : null;
        });
        return parameters with { HasDuplicates = hasDuplicates };
    }
}
