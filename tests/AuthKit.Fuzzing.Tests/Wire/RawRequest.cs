using System.Globalization;
using System.Text;

namespace AuthKit.Fuzzing.Tests.Wire;

/// <summary>A request as it goes over the wire. Every text is bytes: a character is the byte of its number.</summary>
internal sealed record RawRequest(string Method, string Target, IReadOnlyList<(string Name, string Value)> Headers, string Body)
{
    public string Version { get; init; } = "HTTP/1.1";

    /// <summary>Whether this is still one request to any reader (RFC 9112 §6), so that there has to be one reply.</summary>
    public bool IsFramed { get; init; } = true;

    /// <summary>What is sent in the place of all this.</summary>
    public string? Instead { get; init; }

    /// <summary>The path alone.</summary>
    public string Path => Target.Split('?')[0];

    /// <summary>The first value of a header, or null.</summary>
    public string? Header(string name) => Headers.FirstOrDefault(header => header.Name.Equals(name, StringComparison.OrdinalIgnoreCase)).Value;

    /// <summary>The request with a header, in the place of the first of that name where there is one.</summary>
    public RawRequest With(string name, string value)
    {
        var at = Headers.ToList().FindIndex(header => header.Name.Equals(name, StringComparison.OrdinalIgnoreCase));
        return this with { Headers = at < 0 ? [.. Headers, (name, value)] : [.. Headers.Take(at), (name, value), .. Headers.Skip(at + 1)] };
    }

    public RawRequest Without(string name) =>
        this with { Headers = [.. Headers.Where(header => !header.Name.Equals(name, StringComparison.OrdinalIgnoreCase))] };

    /// <summary>The request as text; what its length is, is said where nothing else says it.</summary>
    public override string ToString()
    {
        if (Instead is not null)
            return Instead;
        var text = new StringBuilder($"{Method} {Target} {Version}\r\n");
        foreach (var (name, value) in Headers)
            text.Append(CultureInfo.InvariantCulture, $"{name}: {value}\r\n");
        var isMeasured = Header("Content-Length") is not null || Header("Transfer-Encoding") is not null;
        if (!isMeasured && (Body.Length > 0 || Method == "POST"))
            text.Append(CultureInfo.InvariantCulture, $"Content-Length: {Body.Length}\r\n");
        return text.Append("\r\n").Append(Body).ToString();
    }

    public byte[] ToBytes() => Encoding.Latin1.GetBytes(ToString());
}
