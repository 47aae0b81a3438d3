namespace AuthKit.Events;

/// <summary>What of requests is limited per address.</summary>
public static class RequestLimits
{
    /// <summary>Requests that take credentials.</summary>
    public const string Credentials = "credentials";

    /// <summary>Clients that failed to prove who they are.</summary>
    public const string FailedClients = "failed_clients";

    /// <summary>API keys that are none.</summary>
    public const string FailedKeys = "failed_keys";

    /// <summary>Requests that have a row kept for them.</summary>
    public const string KeptRequests = "kept_requests";
}
