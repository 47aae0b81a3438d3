namespace AuthKit.External;

/// <summary>An identity at an external provider.</summary>
/// <param name="Provider">The provider's name, for example <c>google</c>.</param>
/// <param name="Subject">The provider's id of the person, which it never gives to another.</param>
public sealed record ExternalLogin(string Provider, string Subject);
