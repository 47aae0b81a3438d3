using AuthKit.Benchmarks.Argon2;

switch (args)
{
    case ["argon2", ..]:
        Comparison.Run();
        break;
    default:
        Console.Error.WriteLine("What to measure: argon2");
        return 1;
}

return 0;
