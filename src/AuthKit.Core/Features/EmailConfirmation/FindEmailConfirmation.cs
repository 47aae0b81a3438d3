namespace AuthKit.Features.EmailConfirmation;

/// <summary>Tells what a mailed link would confirm, so that its owner can be asked. It changes nothing.</summary>
/// <param name="Token">The mailed token.</param>
public sealed record FindEmailConfirmation(string? Token) : Command;

/// <summary>An address whose owner is asked to confirm it.</summary>
/// <param name="Email">The address that the link was mailed to.</param>
/// <param name="Former">The account's address now, which would be changed; null where the account's own is to be confirmed.</param>
public sealed record EmailQuestion(string Email, string? Former);

internal sealed class FindEmailConfirmationFlow(MailedConfirmations confirmations) : IFlow<FindEmailConfirmation, EmailQuestion>
{
    public async Task<Outcome<EmailQuestion>> RunAsync(FindEmailConfirmation command, FlowContext context, CancellationToken cancellationToken)
    {
        if (await confirmations.FindAsync(command.Token, cancellationToken) is not { } found)
            return Fault.InvalidLinkToken;
        await using var question = found;
        return new EmailQuestion(question.Email, question.Change?.Former);
    }
}

public static partial class EmailConfirmationFlows
{
    /// <summary>Tells what a mailed link would confirm.</summary>
    public static Flow<FindEmailConfirmation, EmailQuestion> Find { get; } = Flow<FindEmailConfirmation, EmailQuestion>.Of<FindEmailConfirmationFlow>(takesCredentials: true, fails: [Fault.InvalidLinkToken]);
}
