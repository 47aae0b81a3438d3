using NUnit.Framework;

namespace AuthKit.Stores.Tests.Servers;

/// <summary>The servers that the environment names; <c>eng/servers.sh</c> starts three of them.</summary>
public static class TestServer
{
    /// <summary>The connection string in <c>AUTHKIT_TEST_…</c>.</summary>
    /// <param name="store"><c>PGSQL</c>, <c>MARIADB</c>, <c>MYSQL</c> or <c>MSSQL</c>.</param>
    /// <exception cref="IgnoreException">There is none, and <c>AUTHKIT_REQUIRED_STORES</c> does not ask for it.</exception>
    public static string Require(string store)
    {
        if (Environment.GetEnvironmentVariable($"AUTHKIT_TEST_{store}") is { Length: > 0 } connectionString)
            return connectionString;
        var reason = $"AUTHKIT_TEST_{store} names no server; see docs/stores.md.";
        if (IsRequired(store))
            Assert.Fail(reason);
        throw new IgnoreException(reason);
    }

    private static bool IsRequired(string store) =>
        (Environment.GetEnvironmentVariable("AUTHKIT_REQUIRED_STORES") ?? "")
            .Split(',', StringSplitOptions.TrimEntries)
            .Contains(store, StringComparer.OrdinalIgnoreCase);
}
