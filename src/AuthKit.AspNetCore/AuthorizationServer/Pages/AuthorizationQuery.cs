using AuthKit.AuthorizationServer.Requests;
using AuthKit.Pages;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.Primitives;

namespace AuthKit.AuthorizationServer.Pages;

/// <summary>Reads an authorization request from an address (RFC 6749 §3.1): a parameter without a value was not sent, and one sent twice has none, unless it may be (RFC 8707 §2).</summary>
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
        }, name => [.. sent.GetValueOrDefault(name, StringValues.Empty).OfType<string>().Where(value => value.Length > 0)]);
        return parameters with { HasDuplicates = hasDuplicates };
    }
}
