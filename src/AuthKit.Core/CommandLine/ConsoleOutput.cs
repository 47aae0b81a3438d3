namespace AuthKit.CommandLine;

/// <summary>Where a command writes.</summary>
/// <param name="Out">What was asked for.</param>
/// <param name="Error">Why it cannot be had.</param>
public sealed record ConsoleOutput(TextWriter Out, TextWriter Error);
