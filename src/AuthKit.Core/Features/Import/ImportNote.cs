namespace AuthKit.Features.Import;

/// <summary>Says of a line what became of it other than being taken as it is.</summary>
/// <param name="Line">The number of the line that it begins on.</param>
/// <param name="Result">What became of it, or was left out of it.</param>
/// <param name="Broken">The rule that was broken; null where none was.</param>
public sealed record ImportNote(long Line, ImportResult Result, BrokenRule? Broken = null);
