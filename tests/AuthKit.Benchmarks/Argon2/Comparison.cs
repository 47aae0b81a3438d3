namespace AuthKit.Benchmarks.Argon2;

/// <summary>AuthKit's Argon2id beside native ones, in one run, turn by turn, so that what disturbs one disturbs all.</summary>
internal static class Comparison
{
    private const int Rounds = 20;
    private const int MostRounds = 200;

    // Beyond this share of one processor a round says more of others than of what is measured.
    private const double Disturbance = 0.05;

    private static readonly Cost[] Costs = [new(19 * 1024, 2, 1), new(46 * 1024, 1, 1), new(64 * 1024, 3, 4)];

    /// <summary>Measures everything and prints a table for each cost.</summary>
    public static void Run()
    {
        Markdown.WriteMachine(Console.Out);
        var contenders = Contenders.All();
        foreach (var cost in Costs)
        {
            var measurements = contenders.Where(c => c.Supports(cost)).Select(c => new Measurement(c, cost)).ToList();
            measurements.ForEach(m => m.MeasureMemory());

            var disturbed = 0;
            for (var round = 0; round - disturbed < Rounds && round < MostRounds; round++)
            {
                var others = new OtherProcesses();
                var times = measurements.Select(m => m.Time()).ToList();
                if (others.Share < Disturbance)
                    measurements.Zip(times).ToList().ForEach(p => p.First.Rounds.Add(p.Second));
                else
                    disturbed++;
            }

            Report.Write(Console.Out, cost, measurements, disturbed);
        }
    }
}
