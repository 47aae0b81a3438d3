namespace AuthKit.Features.MailedCodes;

/// <summary>What mailed codes can do: a member for each flow, in the flow's own file.</summary>
public static partial class MailedCodeFlows;
