namespace AuthKit.TwoFactor.Storage;

/// <summary>A recovery code, by its hash.</summary>
/// <param name="Hash">See <see cref="Codes.RecoveryCodes"/>.</param>
/// <param name="UserId">Whose it is.</param>
/// <param name="Batch">Those that it was made with: it counts while the account's authenticator names them.</param>
/// <param name="CreatedAt">When it was made.</param>
/// <param name="UsedAt">When it was used; null where it was not.</param>
internal sealed record RecoveryCode(byte[] Hash, Guid UserId, Guid Batch, DateTimeOffset CreatedAt, DateTimeOffset? UsedAt = null)
{
    /// <inheritdoc/>
    public override string ToString() => nameof(RecoveryCode);
}
