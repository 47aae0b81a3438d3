using AuthKit.AuthorizationServer.Requests;
using AuthKit.External;

namespace AuthKit.Features.ExternalSchemes;

/// <summary>Makes the code with which a browser goes back to whoever began a sign-in through another provider.</summary>
/// <param name="Identity">Who it is: whoever runs this flow has had the provider's answer checked, in this very browser.</param>
/// <param name="CodeChallenge">What the verifier of whoever began has to fit (RFC 7636 §4.2, by SHA-256).</param>
public sealed record IssueExternalCode(ExternalIdentity Identity, string? CodeChallenge) : Command;

/// <summary>A code for an identity.</summary>
/// <param name="Code">The code, which is good once.</param>
public sealed record ExternalCode(string Code)
{
    /// <inheritdoc/>
    public override string ToString() => nameof(ExternalCode);
}

internal sealed class IssueExternalCodeFlow(ExternalCodes codes) : IFlow<IssueExternalCode, ExternalCode>
{
    public async Task<Outcome<ExternalCode>> RunAsync(IssueExternalCode command, FlowContext context, CancellationToken cancellationToken)
    {
        if (command.CodeChallenge is not { } challenge || !Pkce.IsChallenge(challenge))
            return Failure.Of(Field.CodeChallenge, Rule.Unknown);
        return ExternalAccounts.IsKeepable(command.Identity.Login)
            ? new ExternalCode(await codes.IssueAsync(command.Identity, challenge, cancellationToken))
            : Fault.InvalidExternalToken;
    }
}

public static partial class ExternalSchemeFlows
{
    /// <summary>Makes the code with which a browser goes back.</summary>
    public static Flow<IssueExternalCode, ExternalCode> Issue { get; } = Flow<IssueExternalCode, ExternalCode>.Of<IssueExternalCodeFlow>();
}
