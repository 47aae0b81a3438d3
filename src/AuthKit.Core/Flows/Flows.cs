namespace AuthKit;

/// <summary>
/// What AuthKit can do: a member for each flow, by which contracts name it. Each stands in the file of its flow, so that
/// a new flow is one file and nothing else lists it.
/// </summary>
public static partial class Flows;
