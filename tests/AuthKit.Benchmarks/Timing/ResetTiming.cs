using System.Diagnostics;
using System.Net.Http.Json;
using AuthKit.Contracts;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace AuthKit.Benchmarks.Timing;

/// <summary>
/// Whether the time of a reset request tells who has an account: interleaved pairs of a known and an unknown address, each
/// address asked for once, and the area under the ROC curve (0.5: the time tells nothing).
/// </summary>
/// <param name="engine">What the database is called in the report.</param>
/// <param name="use">Chooses it.</param>
/// <param name="pairs">How many pairs.</param>
internal sealed class ResetTiming(string engine, Action<AuthKitBuilder> use, int pairs)
{
    private const int WarmUp = 200;
    private const string Password = "Correct-horse-7";

    public async Task RunAsync()
    {
        var outbox = Directory.CreateTempSubdirectory("authkit-timing-");
        await using var app = Build(outbox.FullName);
        app.MapAuthKit();
        await app.StartAsync();
        using var http = new HttpClient { BaseAddress = new(app.Urls.Single()) };
        for (var i = 0; i < pairs + WarmUp; i++)
            (await http.PostAsJsonAsync("/api/v1/register", new { name = "Bench", email = Address("known", i), password = Password })).EnsureSuccessStatusCode();

        await MeasureAsync(http, from: pairs, count: WarmUp);
        var (known, unknown) = await MeasureAsync(http, from: 0, count: pairs);
        Console.WriteLine($"{engine}: AUC {RocCurve.Area(known, unknown):0.000} over {pairs} pairs; medians {Median(known):0.000} ms known, {Median(unknown):0.000} ms unknown; control (unknown against unknown) {RocCurve.Area(EverySecond(unknown, from: 0), EverySecond(unknown, from: 1)):0.000}");
        await app.StopAsync();
        outbox.Delete(recursive: true);
    }

    private WebApplication Build(string outbox)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        builder.Services.AddSingleton<IDataProtectionProvider>(new EphemeralDataProtectionProvider());
        use(builder.Services.AddAuthKit(options =>
        {
            options.Issuer = "https://bench.example";
            options.RateLimits.Enabled = false;
            options.Passwords.Argon2id.MemoryKiB = 64;
            options.Passwords.Argon2id.Iterations = 1;
            options.Mail.PickupDirectory = outbox;
        }).AddContract<LaravelContract>());
        return builder.Build();
    }

    private static async Task<(double[] Known, double[] Unknown)> MeasureAsync(HttpClient http, int from, int count)
    {
        var (known, unknown) = (new double[count], new double[count]);
        for (var i = 0; i < count; i++)
        {
            // In either order, so that neither follows the other more often.
            var knownFirst = Random.Shared.Next(2) == 0;
            if (knownFirst)
                known[i] = await AskAsync(http, Address("known", from + i));
            unknown[i] = await AskAsync(http, Address("other", from + i));
            if (!knownFirst)
                known[i] = await AskAsync(http, Address("known", from + i));
        }

        return (known, unknown);
    }

    private static async Task<double> AskAsync(HttpClient http, string email)
    {
        var started = Stopwatch.GetTimestamp();
        using var answer = await http.PostAsJsonAsync("/api/v1/password/email", new { email });
        var took = Stopwatch.GetElapsedTime(started);
        answer.EnsureSuccessStatusCode();
        return took.TotalMilliseconds;
    }

    private static string Address(string kind, int i) => $"{kind}{i:00000}@bench.example";

    private static double[] EverySecond(double[] times, int from) => [.. times.Where((_, i) => i % 2 == from)];

    private static double Median(double[] times) => times.Order().ElementAt(times.Length / 2);
}
