namespace AuthKit.SignIns;

/// <summary>What a sign-in that waits for its second factor goes on with: the <see cref="Failure.Detail"/> of <see cref="Fault.SecondFactorRequired"/>.</summary>
/// <param name="Challenge">What <see cref="CompleteSignIn"/> takes together with the proof: good once, and for whoever asked alone.</param>
/// <param name="Methods">The factors that the account has (<see cref="ISecondFactor.Method"/>), of which one is to be proved.</param>
/// <param name="ExpiresIn">For how long it is good, in seconds.</param>
public sealed record SecondFactorChallenge(string Challenge, IReadOnlyList<string> Methods, int ExpiresIn)
{
    /// <inheritdoc/>
    public override string ToString() => nameof(SecondFactorChallenge);
}
