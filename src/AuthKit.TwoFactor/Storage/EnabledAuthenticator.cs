namespace AuthKit.TwoFactor.Storage;

/// <summary>An account's authenticator that counts.</summary>
internal sealed record EnabledAuthenticator(Guid UserId, Guid Id, byte[] ProtectedSecret, DateTimeOffset ConfirmedAt, Guid RecoveryBatch)
{
    /// <summary>That of a row; null where there is none, or it waits for its confirmation still.</summary>
    public static EnabledAuthenticator? Of(Authenticator? row) =>
        row is { Id: { } id, Secret: { } secret, ConfirmedAt: { } since, RecoveryBatch: { } batch } ? new(row.UserId, id, secret, since, batch) : null;

    /// <inheritdoc/>
    public override string ToString() => nameof(EnabledAuthenticator);
}
