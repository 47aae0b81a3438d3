namespace AuthKit.External;

/// <summary>The providers that come with AuthKit.</summary>
public static class ExternalProviders
{
    /// <summary>Facebook.</summary>
    public const string Facebook = "facebook";

    /// <summary>Google.</summary>
    public const string Google = "google";

    internal const string HttpClientName = "AuthKit.External";
}
