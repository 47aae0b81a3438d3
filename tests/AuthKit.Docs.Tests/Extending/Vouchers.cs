using System.Collections.Concurrent;

namespace AuthKit.Docs.Tests.Extending;

/// <summary>The host's vouchers.</summary>
public sealed class Vouchers
{
    private readonly ConcurrentDictionary<string, int> _cents = new() { ["SPRING"] = 500 };

    public bool TryTake(string code, out int cents) => _cents.TryRemove(code, out cents);
}
