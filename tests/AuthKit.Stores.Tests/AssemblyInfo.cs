using NUnit.Framework;

// Each fixture has databases of its own; while one waits for a server, another goes on.
[assembly: Parallelizable(ParallelScope.Fixtures)]
[assembly: LevelOfParallelism(6)]
