namespace AuthKit.External;

/// <summary>Whose an external identity is.</summary>
/// <param name="Provider">The provider's name.</param>
/// <param name="Subject">The provider's id of the person.</param>
/// <param name="UserId">The account.</param>
/// <param name="CreatedAt">When it was given to the account.</param>
public sealed record ExternalLoginRecord(string Provider, string Subject, Guid UserId, DateTimeOffset CreatedAt)
{
    /// <summary>
    /// When its holder was shown to own the account: by a link that was mailed to the account's address, or by a provider that
    /// is authoritative for that address. Null where nobody has shown it: then it counts until a credential is next set.
    /// </summary>
    public DateTimeOffset? ProvedAt { get; init; }

    /// <summary>
    /// The account's <see cref="Users.User.CredentialVersion"/> when it was given to it; null, which is 0, in what a node of schema
    /// version 3 wrote.
    /// </summary>
    public int? CredentialVersion { get; init; }

    /// <summary>The identity.</summary>
    public ExternalLogin Login => new(Provider, Subject);
}
