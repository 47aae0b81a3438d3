using NUnit.Framework;

namespace AuthKit.Conformance;

/// <summary>Callers who have given up already.</summary>
internal static class Cancelled
{
    private static readonly CancellationToken Token = new(canceled: true);

    public static void Refuses(params Func<CancellationToken, Task>[] calls) => Assert.Multiple(() =>
    {
        foreach (var (index, call) in calls.Index())
            Assert.That(async () => await call(Token), Throws.InstanceOf<OperationCanceledException>(), $"call {index}");
    });
}
