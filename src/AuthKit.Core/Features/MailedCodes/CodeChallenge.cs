namespace AuthKit.Features.MailedCodes;

/// <summary>A code that was asked for: there is one for every address, whether or not a code is mailed.</summary>
internal sealed record CodeChallenge
{
    /// <summary>128 random bits that find the row.</summary>
    public required byte[] Handle { get; init; }

    /// <summary>The SHA-256 of the secret that whoever asked was answered with. Without it a code is worth nothing.</summary>
    public required byte[] AskerHash { get; init; }

    /// <summary>What wrong codes are counted by: an HMAC of the address, which may be nobody's and is kept nowhere.</summary>
    public required byte[] Subject { get; init; }

    /// <summary>The accounts that codes were mailed for, as JSON (<see cref="CodeAccount"/>); null where none has been mailed yet.</summary>
    public byte[]? Accounts { get; init; }

    /// <summary>How many codes have been tried.</summary>
    public int Attempts { get; init; }

    /// <summary>When it was asked for.</summary>
    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>When it ends.</summary>
    public required DateTimeOffset ExpiresAt { get; init; }

    /// <summary>When a code was right.</summary>
    public DateTimeOffset? ConsumedAt { get; init; }

    /// <inheritdoc/>
    public override string ToString() => nameof(CodeChallenge);
}

/// <summary>An account that a code was mailed for.</summary>
/// <param name="Tenant">Where it lives.</param>
/// <param name="UserId">Its id; for one that the code makes, the id that it will have.</param>
/// <param name="CodeHash">The HMAC of the code.</param>
/// <param name="CredentialVersion">The account's when the code was mailed: the code is void once a credential has changed.</param>
/// <param name="NewEmail">The address of an account that the code makes; null where there is an account.</param>
internal sealed record CodeAccount(string Tenant, Guid UserId, byte[] CodeHash, int CredentialVersion, string? NewEmail)
{
    public override string ToString() => nameof(CodeAccount);
}
