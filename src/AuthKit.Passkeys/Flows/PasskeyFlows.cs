namespace AuthKit.Passkeys;

/// <summary>What accounts can do with passkeys: a member for each flow, in the file of its flow.</summary>
public static partial class PasskeyFlows;
