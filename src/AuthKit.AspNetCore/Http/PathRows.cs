using Microsoft.AspNetCore.Http;

namespace AuthKit.Http;

/// <summary>The rows of one path, sorted by method once rather than for each request.</summary>
internal sealed class PathRows
{
    private readonly Dictionary<string, Row[]> _byMethod = new(StringComparer.Ordinal);

    public PathRows(IReadOnlyList<Row> rows)
    {
        First = rows[0];
        Allowed = string.Join(", ", rows.Select(row => row.Method).Distinct(StringComparer.Ordinal));
        foreach (var method in rows.Select(row => row.Method).Append(HttpMethods.Head).Distinct(StringComparer.Ordinal))
            _byMethod[method] = [.. rows.Where(row => row.Method == method || (HttpMethods.IsHead(method) && HttpMethods.IsGet(row.Method)))];
    }

    public Row First { get; }

    /// <summary>The value of <c>Allow</c> (RFC 9110 §10.2.1).</summary>
    public string Allowed { get; }

    /// <summary>The rows that serve a method, in the order of the contract's table; those of GET serve HEAD as well.</summary>
    public Row[] Of(string method) => _byMethod.GetValueOrDefault(HttpMethods.IsHead(method) ? HttpMethods.Head : method, []);
}
