namespace AuthKit.Features.ExternalSchemes;

/// <summary>A scheme that people sign in through.</summary>
/// <param name="Name">The scheme's name.</param>
/// <param name="Provider">The name under which identities are kept.</param>
/// <param name="DisplayName">What people know the provider as.</param>
/// <param name="Settings">What the host says of it.</param>
internal sealed record KnownScheme(string Name, string Provider, string DisplayName, ExternalScheme Settings);
