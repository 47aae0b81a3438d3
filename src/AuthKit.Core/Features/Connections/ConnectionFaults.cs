namespace AuthKit.Features.Connections;

/// <summary>What connections fail with in words of their own.</summary>
public static class ConnectionFaults
{
    /// <summary>The account has let no such client in, or has it let out again.</summary>
    public static Fault NotFound { get; } = new("connection_not_found", like: Fault.NotFound, "There is no such connection.");
}
