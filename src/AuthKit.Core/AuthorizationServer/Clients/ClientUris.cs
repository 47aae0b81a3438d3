namespace AuthKit.AuthorizationServer.Clients;

/// <summary>The addresses that a client names beside those that a browser is sent back to.</summary>
internal static class ClientUris
{
    public const int MaxLength = 2048;

    /// <summary>Whether it is the address of a page: absolute, http or https, without user information.</summary>
    public static bool IsPage(string address) => Read(address) is { Scheme: "https" or "http" };

    /// <summary>Whether it is an address of https.</summary>
    public static bool IsHttps(string address) => Read(address) is { Scheme: "https" };

    /// <summary>Whether it is the address of a document that the server may be led to: https, without fragment.</summary>
    public static bool IsDocument(string address) => Read(address) is { Scheme: "https", Fragment: "" } && !address.EndsWith('#');

    private static Uri? Read(string address) =>
        address.Length <= MaxLength && address.All(static c => c is > ' ' and <= '~' and not ('\\' or '"' or '<' or '>'))
        && Uri.TryCreate(address, UriKind.Absolute, out var uri) && uri is { UserInfo: "", Host.Length: > 0 }
            ? uri
            : null;
}
