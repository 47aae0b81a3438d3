namespace AuthKit.Features.MyData;

/// <summary>What owners of accounts can do with all that is kept of them: a member for each flow, in the flow's own file.</summary>
public static partial class MyDataFlows;
