namespace AuthKit.Conformance;

/// <summary>An engine on a server that a test may take away.</summary>
public interface IRestartable
{
    /// <summary>Starts the server again, on the same data; returns when it answers.</summary>
    Task StartServerAsync();

    /// <summary>Shuts the server down.</summary>
    Task StopServerAsync();

    /// <summary>Ends the server without warning.</summary>
    Task KillServerAsync();
}
