namespace AuthKit.Features.ApiKeys;

/// <summary>What API keys can do: a member for each flow, in the flow's own file.</summary>
public static partial class ApiKeyFlows;
