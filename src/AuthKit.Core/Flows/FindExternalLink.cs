using AuthKit.External;

namespace AuthKit;

/// <summary>Tells what a mailed link would let in, so that its owner can be asked. It changes nothing.</summary>
/// <param name="Token">The mailed token.</param>
public sealed record FindExternalLink(string? Token) : Command;

/// <summary>An external identity whose owner is asked for.</summary>
/// <param name="Provider">What people know the provider as.</param>
/// <param name="Email">The account's e-mail address.</param>
/// <param name="PasswordRequired">Whether <see cref="LinkExternal"/> needs the account's password too.</param>
public sealed record ExternalLinkQuestion(string Provider, string Email, bool PasswordRequired);

internal sealed class FindExternalLinkFlow(ExternalLinkRequests requests, ProviderNames names) : IFlow<FindExternalLink, ExternalLinkQuestion>
{
    public async Task<Outcome<ExternalLinkQuestion>> RunAsync(FindExternalLink command, FlowContext context, CancellationToken cancellationToken)
    {
        if (await requests.FindAsync(command.Token, cancellationToken) is not (_, var link, var found))
            return Fault.InvalidLinkToken;
        await using var owner = found;
        return new ExternalLinkQuestion(names.Of(link.Provider), owner.User.Email, LinkExternalFlow.NeedsPassword(owner.User));
    }
}

public static partial class Flows
{
    /// <summary>Tells what a mailed link would let in.</summary>
    public static Flow<FindExternalLink, ExternalLinkQuestion> FindExternalLink { get; } = Flow<FindExternalLink, ExternalLinkQuestion>.Of<FindExternalLinkFlow>(takesCredentials: true);
}
