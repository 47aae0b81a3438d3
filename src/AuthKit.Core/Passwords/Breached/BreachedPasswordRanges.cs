using System.Net;
using AuthKit.Networking;
using Microsoft.Extensions.Options;

namespace AuthKit.Passwords.Breached;

/// <summary>
/// A service that tells all hashes that begin with five digits (Pwned Passwords' range API), and so learns no more of a password than
/// those. Answers are padded, so that their length does not tell whoever watches the line which digits were asked for.
/// </summary>
internal sealed class BreachedPasswordRanges(IHttpClientFactory clients, IOptions<AuthKitOptions> options, TimeProvider time) : IBreachedPasswords
{
    public const string HttpClientName = "AuthKit.BreachedPasswords";

    private const int Asked = 5;

    // Ten times what the fullest range has.
    private const int MostBytes = 1024 * 1024;

    private readonly BreachedPasswordOptions _options = options.Value.Passwords.Breached;

    public string Name => "online";

    public async ValueTask<BreachAnswer> FindAsync(string password, CancellationToken cancellationToken)
    {
        if (!_options.Online)
            return BreachAnswer.Absent;
        var hash = Convert.ToHexString(BreachedHash.Of(password));
        using var tooLate = new CancellationTokenSource(_options.Timeout, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(tooLate.Token, cancellationToken);
        try
        {
            return await AskAsync(hash[..Asked], hash[Asked..], either.Token);
        }
        catch (OperationCanceledException) when (tooLate.IsCancellationRequested && !cancellationToken.IsCancellationRequested)
        {
            return BreachAnswer.Unknown(FetchFailures.TimedOut);
        }
        catch (InvalidDataException)
        {
            return BreachAnswer.Unknown(FetchFailures.TooLarge);
        }
        catch (Exception e) when (e is HttpRequestException or IOException)
        {
            return BreachAnswer.Unknown(e.InnerException is RefusedAddressException ? FetchFailures.RefusedAddress : FetchFailures.Unreachable);
        }
    }

    private async Task<BreachAnswer> AskAsync(string prefix, string suffix, CancellationToken cancellationToken)
    {
        using var client = clients.CreateClient(HttpClientName);
        using var request = new HttpRequestMessage(HttpMethod.Get, $"{_options.Address.AbsoluteUri.TrimEnd('/')}/range/{prefix}")
        {
            Headers = { { "Add-Padding", "true" }, { "User-Agent", "AuthKit" } },
        };
        using var response = await client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancellationToken);
        if (response.StatusCode is not HttpStatusCode.OK)
            return BreachAnswer.Unknown(FetchFailures.Status);
        await using var body = await response.Content.ReadAsStreamAsync(cancellationToken);
        using var reader = new StreamReader(new BoundedStream(body, MostBytes));
        return await FindAsync(reader, suffix, cancellationToken);
    }

    private static async Task<BreachAnswer> FindAsync(StreamReader reader, string suffix, CancellationToken cancellationToken)
    {
        var (lines, answer) = (0, BreachAnswer.Absent);
        while (await reader.ReadLineAsync(cancellationToken) is { } line)
        {
            // What pads an answer was seen no times.
            if (line.Length <= suffix.Length + 1 || line[suffix.Length] != ':' || !long.TryParse(line.AsSpan(suffix.Length + 1), out var seen))
                return BreachAnswer.Unknown("malformed");
            if (seen > 0 && line.StartsWith(suffix, StringComparison.OrdinalIgnoreCase))
                answer = BreachAnswer.Present;
            lines++;
        }

        // No range is empty.
        return lines == 0 ? BreachAnswer.Unknown("malformed") : answer;
    }
}
