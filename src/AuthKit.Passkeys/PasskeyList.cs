namespace AuthKit.Passkeys;

/// <summary>Passkeys in a reply.</summary>
/// <param name="Passkeys">The oldest first.</param>
internal sealed record PasskeyList(IReadOnlyList<PasskeyDescription> Passkeys);
