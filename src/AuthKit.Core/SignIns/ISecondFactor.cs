using AuthKit.Users;

namespace AuthKit.SignIns;

/// <summary>
/// A way to prove a second factor. A feature offers it and registers it with the services; one instance serves all requests. Where
/// none is registered, sign-in does not ask for one.
/// </summary>
public interface ISecondFactor
{
    /// <summary>Its name in requests and challenges, for example <c>totp</c>: lower-case words joined by underscores.</summary>
    string Method { get; }

    /// <summary>Whether the account has it, and so is not signed in to without a second factor.</summary>
    ValueTask<bool> IsSetUpAsync(Account account, CancellationToken cancellationToken);

    /// <summary>Prepares the proof where it needs that: mails a code, says what an authenticator is asked for. How often it is called for one challenge is bounded (<see cref="SignInOptions.MaxAttemptsPerChallenge"/>).</summary>
    /// <returns>What the caller needs for the proof.</returns>
    Task<Outcome<SecondFactorPrompt>> BeginAsync(Account account, SecondFactorRequest request, CancellationToken cancellationToken) =>
        Task.FromResult<Outcome<SecondFactorPrompt>>(new SecondFactorPrompt(Method));

    /// <summary>
    /// Judges a proof. The attempt is counted already. Whatever is good for one use has to be used up here, in one conditional
    /// update, so that of many callers at once one is right.
    /// </summary>
    /// <returns>How it was proved; <see cref="Fault.InvalidSecondFactor"/> where it was not, or the account does not have the factor any more.</returns>
    Task<Outcome<ProvedFactor>> VerifyAsync(Account account, SecondFactorProof proof, CancellationToken cancellationToken);
}
