namespace AuthKit.Benchmarks.Requests;

/// <summary>A request to be measured.</summary>
/// <param name="Name">What the table calls it.</param>
/// <param name="AskAsync">Sends one.</param>
internal sealed record Scenario(string Name, Func<Caller, Task> AskAsync)
{
    public static IReadOnlyList<Scenario> All { get; } =
    [
        new("register", caller => caller.RegisterAsync()) { Hashes = true },
        new("sign in", caller => caller.SignInAsync()) { Hashes = true },
        new("sign in, apart from the hash", caller => caller.SignInAsync()),
        new("refresh", caller => caller.RefreshAsync()),
        new("profile read", caller => caller.ReadProfileAsync()),
        new("bearer check", caller => caller.CheckBearerAsync()),
        new("introspection", caller => caller.IntrospectAsync()) { Asks = spelling => spelling.Introspection is not null },
    ];

    /// <summary>Whether the host hashes passwords; the others take any, so that signing in between turns costs little.</summary>
    public bool Hashes { get; init; }

    /// <summary>Whether a host can be asked for it.</summary>
    public Func<Spelling, bool> Asks { get; init; } = _ => true;
}
