using System.Globalization;

namespace AuthKit.Benchmarks.Accounts;

/// <summary>How many accounts there are, and how often each is asked for.</summary>
internal sealed record ScaleOptions
{
    public const string Usage = "accounts [--count 1000000] [--sessions 10000] [--calls 200], on SQLite, and on PostgreSQL where AUTHKIT_TEST_PGSQL has a connection string";

    /// <summary>How many accounts there are.</summary>
    public int Count { get; private init; } = 1_000_000;

    /// <summary>How many sessions one of them has.</summary>
    public int Sessions { get; private init; } = 10_000;

    /// <summary>How often each is asked for.</summary>
    public int Calls { get; private init; } = 200;

    /// <summary>The connection string of a PostgreSQL on this machine; null for none.</summary>
    public string? Server { get; } = Environment.GetEnvironmentVariable("AUTHKIT_TEST_PGSQL");

    /// <exception cref="ArgumentException">They make no sense.</exception>
    public static ScaleOptions Parse(IEnumerable<string> arguments) => arguments.Chunk(2).Aggregate(new ScaleOptions(), (options, pair) => pair switch
    {
        ["--count", var count] => options with { Count = int.Parse(count, CultureInfo.InvariantCulture) },
        ["--sessions", var sessions] => options with { Sessions = int.Parse(sessions, CultureInfo.InvariantCulture) },
        ["--calls", var calls] => options with { Calls = int.Parse(calls, CultureInfo.InvariantCulture) },
        _ => throw new ArgumentException(Usage),
    });
}
