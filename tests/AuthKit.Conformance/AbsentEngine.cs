using System.Diagnostics.CodeAnalysis;
using NUnit.Framework;

namespace AuthKit.Conformance;

/// <summary>What becomes of a test whose engine is not there.</summary>
public static class AbsentEngine
{
    /// <summary>
    /// Ignores the running test, or fails it where the environment variable <c>AUTHKIT_REQUIRED_STORES</c> names the engine,
    /// for example <c>PGSQL,MYSQL</c>.
    /// </summary>
    /// <param name="engine">The engine's name there, in any case.</param>
    /// <param name="reason">Why it is not there.</param>
    /// <exception cref="IgnoreException">It is not required.</exception>
    /// <exception cref="AssertionException">It is.</exception>
    [DoesNotReturn]
    public static void Report(string engine, string reason)
    {
        var required = Environment.GetEnvironmentVariable("AUTHKIT_REQUIRED_STORES") ?? "";
        if (required.Split(',', StringSplitOptions.TrimEntries).Contains(engine, StringComparer.OrdinalIgnoreCase))
            throw new AssertionException($"{engine} is required and not there: {reason}");
        throw new IgnoreException($"{engine} is not there: {reason}");
    }
}
