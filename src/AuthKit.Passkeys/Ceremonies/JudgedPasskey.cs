using AuthKit.Passkeys.Storage;

namespace AuthKit.Passkeys.Ceremonies;

/// <summary>What came of judging an assertion.</summary>
/// <param name="Refused">Why it does not count, of <see cref="PasskeyFailures"/>; null where it does.</param>
/// <param name="Passkey">The passkey; null where there is none.</param>
/// <param name="Methods">How its owner was recognised (RFC 8176).</param>
internal sealed record JudgedPasskey(string? Refused, Passkey? Passkey, IReadOnlyList<string> Methods);
