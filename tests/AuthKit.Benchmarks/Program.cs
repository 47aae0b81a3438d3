using System.Globalization;
using AuthKit.Benchmarks.Accounts;
using AuthKit.Benchmarks.Pipeline;
using AuthKit.Benchmarks.Requests;
using AuthKit.Benchmarks.Requests.Hosts;
using AuthKit.Benchmarks.Timing;
using BenchmarkDotNet.Running;

switch (args)
{
    case ["argon2", ..]:
        AuthKit.Benchmarks.Argon2.Comparison.Run();
        break;
    case ["accounts", .. var options]:
        await AccountScale.RunAsync(ScaleOptions.Parse(options));
        break;
    case ["pipeline", .. var options]:
        BenchmarkRunner.Run<PipelineBenchmarks>(args: options);
        break;
    case ["requests", .. var options]:
        await new Comparison(ComparisonOptions.Parse(options)).RunAsync();
        break;
    case ["reset-timing", var pairs]:
        await ResetTimings.RunAsync(int.Parse(pairs, CultureInfo.InvariantCulture));
        break;
    case ["serve", "identity", var hash]:
        await new IdentityHost().RunAsync(hash == "hash");
        break;
    case ["serve", "authkit", var hash]:
        await new AuthKitHost().RunAsync(hash == "hash");
        break;
    default:
        Console.Error.WriteLine($"What to measure: argon2, pipeline, reset-timing PAIRS, {ScaleOptions.Usage}, or {ComparisonOptions.Usage}");
        return 1;
}

return 0;
