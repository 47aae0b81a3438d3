using System.Globalization;

namespace AuthKit.Benchmarks.Requests;

/// <summary>How the comparison is made.</summary>
internal sealed record ComparisonOptions
{
    public const string Usage = "requests [--clients 32] [--seconds 10] [--rounds 3] [--only REQUEST] [--before ASSEMBLY], with PostgreSQL's connection string in AUTHKIT_TEST_PGSQL";

    /// <summary>How many clients ask at once.</summary>
    public int Clients { get; private init; } = 32;

    /// <summary>How long a turn takes.</summary>
    public TimeSpan Time { get; private init; } = TimeSpan.FromSeconds(10);

    /// <summary>How many turns each host has at each request.</summary>
    public int Rounds { get; private init; } = 3;

    /// <summary>The one request to measure, by its name; null for all.</summary>
    public string? Only { get; private init; }

    /// <summary>The assembly that serves an earlier AuthKit.</summary>
    public string? Before { get; private init; }

    /// <summary>The connection string of a PostgreSQL on this machine.</summary>
    public string Server { get; } = Environment.GetEnvironmentVariable("AUTHKIT_TEST_PGSQL") ?? throw new ArgumentException(Usage);

    /// <exception cref="ArgumentException">They make no sense.</exception>
    public static ComparisonOptions Parse(IEnumerable<string> arguments) => arguments.Chunk(2).Aggregate(new ComparisonOptions(), (options, pair) => pair switch
    {
        ["--clients", var clients] => options with { Clients = int.Parse(clients, CultureInfo.InvariantCulture) },
        ["--seconds", var seconds] => options with { Time = TimeSpan.FromSeconds(int.Parse(seconds, CultureInfo.InvariantCulture)) },
        ["--rounds", var rounds] => options with { Rounds = int.Parse(rounds, CultureInfo.InvariantCulture) },
        ["--only", var only] => options with { Only = only },
        ["--before", var before] => options with { Before = before },
        _ => throw new ArgumentException(Usage),
    });
}
