namespace AuthKit.Features.ExternalSchemes;

/// <summary>What sign-in through other providers' pages does.</summary>
public static partial class ExternalSchemeFlows;
