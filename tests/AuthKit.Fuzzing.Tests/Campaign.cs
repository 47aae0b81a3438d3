using AuthKit.Contracts.Tests.Harness;
using AuthKit.Fuzzing.Tests.Judging;
using AuthKit.Fuzzing.Tests.Seeds;
using Microsoft.Extensions.Logging;

namespace AuthKit.Fuzzing.Tests;

/// <summary>Sends spoilt requests over many connections at once, and judges what comes back and what is logged.</summary>
internal sealed class Campaign(TestHost host, CampaignSettings settings)
{
    private const int Connections = 48;

    // What is given out, and taken back, wears off; every round begins with new values.
    private const int RoundLength = 4_000;

    // A body of more than the limit may be refused, and the connection closed, while it is still being sent.
    private const int LongestBody = 64 * 1024;

    private static readonly TimeSpan HangLimit = TimeSpan.FromSeconds(60);

    private readonly Corpus _corpus = new(host);

    public Tally Tally { get; } = new();

    public async Task RunAsync()
    {
        var end = settings.First + settings.Requests;
        for (var first = settings.First; first < end && !Tally.IsFull; first += RoundLength)
        {
            var live = await _corpus.ObtainAsync((int)(first / RoundLength));
            var (seeds, next, last) = (_corpus.Seeds, first - 1, Math.Min(end, first + RoundLength));
            await Task.WhenAll(Enumerable.Range(0, Connections).Select(_ => Task.Run(async () =>
            {
                using var sender = new Sender(host.Address);
                while (Interlocked.Increment(ref next) is var number && number < last && !Tally.IsFull)
                    await TryAsync(sender, Case.Of(settings.Seed, number, seeds, live), live);
            })));
            JudgeLogs(live);
        }
    }

    private async Task TryAsync(Sender sender, Case sent, LiveValues live)
    {
        Tally.Count(sent);
        try
        {
            using var hanging = new CancellationTokenSource(HangLimit);
            var answers = await sender.SendAsync(sent.Request, hanging.Token);
            if (answers.Count == 0)
            {
                Tally.Count((Answer?)null);
                if (sent.Request.IsFramed && sent.Request.Body.Length <= LongestBody)
                    Tally.Add(new("no reply", sent, null));
            }

            foreach (var answer in answers)
                Judge(sent, answer, live);
        }
        catch (OperationCanceledException)
        {
            Tally.Add(new("no reply in time", sent, null));
        }
        catch (FormatException e)
        {
            Tally.Add(new($"no HTTP: {e.Message}", sent, null));
        }
    }

    private void Judge(Case sent, Answer answer, LiveValues live)
    {
        Tally.Count(answer);
        if (Oracle.Fault(answer, sent.Request.Method == "HEAD") is { } fault)
            Tally.Add(new(fault, sent, answer));
        else if (answer.Body.Length > 0 && live.SecretsIn(answer.Body).FirstOrDefault(secret => !Had(sent, secret)) is { } secret)
            Tally.Add(new($"the reply has a secret in it: {secret}", sent, answer));
    }

    private static bool Had(Case sent, string secret) => sent.Original.ToString().Contains(secret, StringComparison.Ordinal);

    private void JudgeLogs(LiveValues live)
    {
        foreach (var entry in host.Logs.TakeAll())
        {
            if (entry.Level >= LogLevel.Error)
                Tally.Add(new($"logged: {entry.Level} {entry.Category} {entry.Text}", null, null));
            else if (live.SecretsIn(entry.Text).FirstOrDefault() is { } secret)
                Tally.Add(new($"the log has the secret {secret} in it: {entry.Category} {entry.Text}", null, null));
        }
    }
}
