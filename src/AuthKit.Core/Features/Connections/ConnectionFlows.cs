namespace AuthKit.Features.Connections;

/// <summary>What owners of accounts can do with the clients that they have let in: a member for each flow, in the flow's own file.</summary>
public static partial class ConnectionFlows;
