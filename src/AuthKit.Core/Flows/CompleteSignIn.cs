using System.Text.Json;
using AuthKit.AuthorizationServer.Clients;
using AuthKit.SignIns;

namespace AuthKit;

/// <summary>Goes on with a sign-in that failed with <see cref="Fault.SecondFactorRequired"/>, by a proof of the second factor.</summary>
/// <param name="Challenge">The challenge that the sign-in failed with.</param>
/// <param name="Method">The factor that is proved, of the challenge's; null where there is one only.</param>
/// <param name="Code">The code that proves it; null where <see cref="Credential"/> does.</param>
/// <param name="Client">The client, where the contract has clients present themselves; it has to be the one that began.</param>
public sealed record CompleteSignIn(string? Challenge, string? Method, string? Code, ClientCredentials? Client = null) : Command
{
    /// <summary>What an authenticator answered, where the factor is a key.</summary>
    public JsonElement? Credential { get; init; }

    /// <summary>Whether the device is to be spared the second factor for a while, where the host allows that: <see cref="TokenPair.DeviceToken"/> is what it keeps.</summary>
    public bool TrustDevice { get; init; }
}

internal sealed class CompleteSignInFlow(ISignIns signIns, SecondFactorVerification verification, SignInCompletion completion) : IFlow<CompleteSignIn, TokenPair>
{
    public async Task<Outcome<TokenPair>> RunAsync(CompleteSignIn command, FlowContext context, CancellationToken cancellationToken)
    {
        if (!(await signIns.AuthenticateAsync(command.Client, context, cancellationToken)).Succeeded(out var client, out var refused))
            return refused;
        var answer = new SecondFactorAnswer(command.Challenge, command.Method, command.Code, command.Credential) { TrustDevice = command.TrustDevice };
        if (!(await verification.VerifyAsync(answer, client, context, cancellationToken)).Succeeded(out var cleared, out var failure))
            return failure;
        await using var account = cleared.Account;
        return await completion.StartAsync(cleared, client, context, cancellationToken);
    }
}

public static partial class Flows
{
    /// <summary>Goes on with a sign-in that waits for its second factor.</summary>
    public static Flow<CompleteSignIn, TokenPair> CompleteSignIn { get; } = Flow<CompleteSignIn, TokenPair>.Of<CompleteSignInFlow>(takesCredentials: true, fails: [Fault.InvalidSecondFactor, Fault.InvalidChallenge]);
}
