using AuthKit.Features;
using AuthKit.Http;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.DependencyInjection;

namespace AuthKit.Pages;

/// <summary>The addresses of a contract's pages, as the browser that asks for one of them sees them: path base and groups of routes included.</summary>
internal sealed class PageAddresses(HttpRequest request, Contract contract, Page page)
{
    private readonly string _root = Root(request, page);

    private IEnumerable<Page> Known => [.. contract.Pages, .. request.HttpContext.RequestServices.GetServices<Feature>().SelectMany(static feature => feature.Pages)];

    /// <summary>What was asked for: path and query.</summary>
    public string Current => Ascii(Of(page.Path) + request.QueryString.ToUriComponent());

    /// <summary>A page's address; parameters that are null are left out.</summary>
    public string Of(string path, params IEnumerable<KeyValuePair<string, string?>> parameters) => Add(_root + path, parameters);

    /// <summary>
    /// An address that a request wants the browser to go on to, where it is that of one of the contract's own pages, or of a feature's, and
    /// not of any other: it is compared as a whole up to the query, so that no spelling leads elsewhere.
    /// </summary>
    public string? Destination(string? address) =>
        address is not null
        && Known.Any(known => known.IsDestination && IsAt(address, Of(known.Path)))
        && address.All(c => c is > ' ' and <= '~' and not ('\\' or '#'))
            ? address
            : null;

    public bool IsOf(string path, string? address) => address is not null && IsAt(address, Of(path));

    /// <summary>An address with parameters added to the query that it may have.</summary>
    public static string Add(string address, params IEnumerable<KeyValuePair<string, string?>> parameters) =>
        Ascii(QueryHelpers.AddQueryString(address, parameters.Where(parameter => parameter.Value is not null)));

    /// <summary>A parameter of an address; null where it is missing, empty, or there twice.</summary>
    public static string? Query(string? address, string name) =>
        address is not null && QueryHelpers.ParseQuery(QueryOf(address)).TryGetValue(name, out var values) && values is [{ Length: > 0 } value] ? value : null;

    public static string QueryOf(string address) => address.IndexOf('?', StringComparison.Ordinal) is >= 0 and var at ? address[at..] : "";

    private static bool IsAt(string address, string page) =>
        address.StartsWith(page, StringComparison.Ordinal) && (address.Length == page.Length || address[page.Length] == '?');

    // The request was routed here, so its path ends like the page's.
    private static string Root(HttpRequest request, Page page)
    {
        var path = request.Path.Value!.TrimEnd('/');
        return request.PathBase.Add(path[..^page.Path.Length]).ToUriComponent();
    }

    // No header takes anything else.
    private static string Ascii(string address) => address.All(char.IsAscii) ? address : string.Concat(address.EnumerateRunes().Select(Ascii));

    private static string Ascii(System.Text.Rune rune) => rune.IsAscii ? rune.ToString() : Uri.EscapeDataString(rune.ToString());
}
