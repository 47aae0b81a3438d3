namespace AuthKit.Benchmarks.Requests;

/// <summary>A build of a library that is measured.</summary>
/// <param name="Name">What the table calls it.</param>
/// <param name="Assembly">The assembly that serves it.</param>
/// <param name="Spelling">How its host wants to be asked.</param>
internal sealed record Contender(string Name, string Assembly, Spelling Spelling)
{
    private static string This => typeof(Contender).Assembly.Location;

    /// <summary>Identity and AuthKit as this was built, and between them an earlier AuthKit, where there is one.</summary>
    /// <param name="before">The assembly that serves the earlier one.</param>
    public static IReadOnlyList<Contender> All(string? before) =>
    [
        new("Identity", This, Spelling.Identity),
        .. before is null ? Array.Empty<Contender>() : [new("AuthKit before", Path.GetFullPath(before), Spelling.AuthKit)],
        new("AuthKit", This, Spelling.AuthKit),
    ];
}
