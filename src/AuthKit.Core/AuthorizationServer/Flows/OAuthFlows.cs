namespace AuthKit.AuthorizationServer;

/// <summary>What the authorization server can do: as <see cref="Flows"/>, a member for each flow, in the flow's own file.</summary>
public static partial class OAuthFlows;
