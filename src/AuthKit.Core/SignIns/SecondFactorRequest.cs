namespace AuthKit.SignIns;

/// <summary>The sign-in that a second factor is asked for.</summary>
/// <param name="Context">How the request came.</param>
public record SecondFactorRequest(FlowContext Context)
{
    /// <summary>
    /// 32 bytes that nobody knows but whoever has the challenge, the same as long as it lasts: what an authenticator signs (WebAuthn §13.4.3),
    /// or what a mailed code is bound to, without a row for it.
    /// </summary>
    public required ReadOnlyMemory<byte> Nonce { get; init; }

    /// <inheritdoc/>
    public override string ToString() => GetType().Name;
}
