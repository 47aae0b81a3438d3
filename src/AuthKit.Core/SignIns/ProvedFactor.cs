using AuthKit.Sessions;

namespace AuthKit.SignIns;

/// <summary>A second factor that was proved.</summary>
/// <param name="Methods">How, of <see cref="AuthenticationMethods"/> (RFC 8176).</param>
public sealed record ProvedFactor(params IReadOnlyList<string> Methods);
