namespace AuthKit;

/// <summary>Asks what of the things that sign-ins need is lost.</summary>
public sealed record CheckHealth : Command;

/// <summary>How a node stands.</summary>
/// <param name="Lost">What is lost; empty where nothing is.</param>
public sealed record Health(IReadOnlyList<HealthLoss> Lost);

/// <summary>Something that sign-ins need and that is lost.</summary>
/// <param name="Part">What it is: <c>database</c>, <c>disk</c>, <c>schema</c>, <c>keys</c>, <c>directory</c> or <c>mail</c>.</param>
/// <param name="Sentence">What is wrong, and what to do. It holds no connection string.</param>
/// <param name="Partial">Whether the node serves most requests nevertheless.</param>
public sealed record HealthLoss(string Part, string Sentence, bool Partial)
{
    internal static HealthLoss Database(string sentence) => new("database", sentence, Partial: false);

    internal static HealthLoss Disk(string sentence) => new("disk", sentence, Partial: false);

    internal static HealthLoss Schema(string sentence) => new("schema", sentence, Partial: false);

    internal static HealthLoss Keys(string sentence) => new("keys", sentence, Partial: true);

    internal static HealthLoss Directory(string sentence) => new("directory", sentence, Partial: true);

    internal static HealthLoss Mail(string sentence) => new("mail", sentence, Partial: true);
}

internal sealed class CheckHealthFlow(Readiness readiness) : IFlow<CheckHealth, Health>
{
    public async Task<Outcome<Health>> RunAsync(CheckHealth command, FlowContext context, CancellationToken cancellationToken) =>
        new Health(await readiness.FindLossesAsync(cancellationToken));
}

public static partial class Flows
{
    /// <summary>Asks what of the things that sign-ins need is lost.</summary>
    public static Flow<CheckHealth, Health> CheckHealth { get; } = Flow<CheckHealth, Health>.Of<CheckHealthFlow>();
}
