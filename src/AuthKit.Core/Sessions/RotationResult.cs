namespace AuthKit.Sessions;

/// <summary>What became of a <see cref="SessionRotation"/>.</summary>
/// <param name="Rotated">Whether this caller's update was the one that took effect.</param>
/// <param name="Session">The row behind the handle as it stands now; null where there is none.</param>
public sealed record RotationResult(bool Rotated, Session? Session);
