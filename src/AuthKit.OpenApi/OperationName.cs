using System.Text.RegularExpressions;
using AuthKit.Http;

namespace AuthKit.OpenApi;

/// <summary>What a route is called where code is generated from the document: by its path below the contract's prefix, which a host may change.</summary>
internal static partial class OperationName
{
    /// <summary>In Pascal case, for models: <c>LaravelPasswordEmail</c>.</summary>
    public static string OfModels(ContractPath path, string method) => path.Label + OfPath(path, method);

    /// <summary>In camel case: <c>laravelPasswordEmail</c>.</summary>
    public static string Of(ContractPath path, string method)
    {
        var contract = Pascal(path.Contract);
        return char.ToLowerInvariant(contract[0]) + contract[1..] + OfPath(path, method);
    }

    /// <summary>A command in words: <c>Redeem device code</c>.</summary>
    public static string Words(string command) => command[0] + Capital().Replace(command[1..], match => " " + match.Value.ToLowerInvariant());

    // A path's second method has to be told apart from its first.
    private static string OfPath(ContractPath path, string method) =>
        Pascal(path.RelativePath) + (method == path.Routes[0].Method ? "" : Pascal(method.ToLowerInvariant()));

    private static string Pascal(string text) => string.Concat(Word().Matches(text).Select(word => char.ToUpperInvariant(word.Value[0]) + word.Value[1..]));

    [GeneratedRegex("[A-Za-z0-9]+")]
    private static partial Regex Word();

    [GeneratedRegex("[A-Z]")]
    private static partial Regex Capital();
}
