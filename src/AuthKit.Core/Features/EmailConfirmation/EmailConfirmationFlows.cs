namespace AuthKit.Features.EmailConfirmation;

/// <summary>What e-mail confirmation can do: a member for each flow, in the flow's own file.</summary>
public static partial class EmailConfirmationFlows;
