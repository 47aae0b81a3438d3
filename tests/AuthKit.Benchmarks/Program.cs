using AuthKit.Benchmarks.Argon2;
using AuthKit.Benchmarks.Requests;
using BenchmarkDotNet.Running;

switch (args)
{
    case ["argon2", ..]:
        Comparison.Run();
        break;
    case ["requests", .. var options]:
        BenchmarkRunner.Run<RequestBenchmarks>(args: options);
        break;
    default:
        Console.Error.WriteLine("What to measure: argon2 or requests");
        return 1;
}

return 0;
