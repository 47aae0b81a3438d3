using AuthKit.Users;

namespace AuthKit;

/// <summary>Tells whose an access token is, by name.</summary>
/// <param name="AccessToken">The token to examine.</param>
public sealed record ValidateToken(string? AccessToken) : Command;

/// <summary>Whose a valid access token is.</summary>
/// <param name="AccessToken">The token.</param>
/// <param name="UserName">The user name, or the e-mail address of an account without one.</param>
/// <param name="ExpiresAt">When the token expires.</param>
public sealed record TokenOwner(string AccessToken, string UserName, DateTimeOffset ExpiresAt)
{
    /// <inheritdoc/>
    public override string ToString() => nameof(TokenOwner);
}

internal sealed class ValidateTokenFlow(Callers callers, Accounts accounts) : IFlow<ValidateToken, TokenOwner>
{
    public async Task<Outcome<TokenOwner>> RunAsync(ValidateToken command, FlowContext context, CancellationToken cancellationToken)
    {
        if (string.IsNullOrEmpty(command.AccessToken))
            return Failure.Of(Field.Token, Rule.Required);
        if (!(await callers.AuthenticateOwnAsync(command.AccessToken, context, cancellationToken)).Succeeded(out var caller, out var failure))
            return failure;
        await using var account = await accounts.FindAsync(caller, cancellationToken);
        return account is { User: var user }
            ? new TokenOwner(command.AccessToken, user.UserName ?? user.Email, caller.ExpiresAt)
            : Fault.InvalidToken;
    }
}

public static partial class Flows
{
    /// <summary>Tells whose an access token is, by name.</summary>
    public static Flow<ValidateToken, TokenOwner> ValidateToken { get; } = Flow<ValidateToken, TokenOwner>.Of<ValidateTokenFlow>(fails: [Fault.InvalidToken]);
}
