namespace AuthKit.Sessions;

/// <summary>The one conditional update by which a session has its owner's latest proof.</summary>
/// <param name="Session">The session as it was read before the proof was judged.</param>
/// <param name="Now">When the owner has proved who they are.</param>
/// <param name="Details">Its <see cref="Session.Details"/> from now on.</param>
public sealed record SessionProof(Session Session, DateTimeOffset Now, string? Details);
