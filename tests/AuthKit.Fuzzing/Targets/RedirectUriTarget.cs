using AuthKit.AuthorizationServer.Clients;

namespace AuthKit.Fuzzing.Targets;

/// <summary>Redirect URIs, as clients register them and as requests name them.</summary>
internal static class RedirectUriTarget
{
    private static readonly string[] Registered = ["https://shop.example/callback", "http://127.0.0.1/callback", "http://[::1]:5000/callback?a=b", "http://localhost/", "com.example.app:/callback"];

    public static void Read(string text)
    {
        if (RedirectUri.IsAcceptable(text))
        {
            var uri = new Uri(text);
            BrokenPromiseException.Unless(uri is { UserInfo.Length: 0, Fragment.Length: 0 } && text.All(char.IsAscii), "An address is plain.");
        }

        var client = new Client { Id = "app" };
        foreach (var known in Registered)
            client.RedirectUris.Add(known);
        if (RedirectUri.IsRegistered(text, client) && !Registered.Contains(text))
            BrokenPromiseException.Unless(new Uri(text).IsLoopback && new Uri(text).UserInfo.Length == 0, "Only a port of this machine's may differ.");
    }
}
