namespace AuthKit.External;

/// <summary>What a provider vouches for, once its token was checked against the provider and this application.</summary>
/// <param name="Login">Who it is.</param>
/// <param name="VerifiedEmail">An e-mail address that the provider has verified; null where it names none or has not.</param>
/// <param name="Name">The full name, where the provider tells it.</param>
public sealed record ExternalIdentity(ExternalLogin Login, string? VerifiedEmail, string? Name);
