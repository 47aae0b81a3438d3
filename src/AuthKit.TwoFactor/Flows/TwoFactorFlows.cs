namespace AuthKit.TwoFactor;

/// <summary>What accounts can do with their second factor: a member for each flow, in the file of its flow.</summary>
public static partial class TwoFactorFlows;
