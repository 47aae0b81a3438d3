namespace AuthKit.Sessions;

/// <summary>The one conditional update that exchanges a refresh secret for its successor.</summary>
/// <param name="Handle">The handle of the presented token.</param>
/// <param name="ClientId">The client that presents it; a session of another client is left alone.</param>
/// <param name="SecretHash">The SHA-256 of the presented secret.</param>
/// <param name="NextSecretHash">The SHA-256 of its successor.</param>
/// <param name="Salt">The salt by which the successor was derived.</param>
/// <param name="Now">The time of use.</param>
/// <param name="IdleExpiry">The new end of the session, unless its absolute end comes first.</param>
public sealed record SessionRotation(
    byte[] Handle,
    string ClientId,
    byte[] SecretHash,
    byte[] NextSecretHash,
    byte[] Salt,
    DateTimeOffset Now,
    DateTimeOffset IdleExpiry)
{
    /// <summary>Where set, only this session is rotated.</summary>
    public Guid? SessionId { get; init; }

    /// <summary>The address that the token was presented from; null leaves what is kept as it is.</summary>
    public string? Address { get; init; }

    /// <summary>The key that the caller has proved to hold (<see cref="Session.Confirmation"/>): a session that is bound to another, or to none, is left alone; null leaves every bound session alone.</summary>
    public string? Confirmation { get; init; }

    /// <summary>The key that a session which is bound to none is bound to from now on (<see cref="Session.Confirmation"/>); null where it stays as it is.</summary>
    public string? Binding { get; init; }
}
