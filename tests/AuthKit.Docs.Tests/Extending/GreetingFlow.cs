namespace AuthKit.Docs.Tests.Extending;

public sealed record Greet(string? AccessToken) : Command;

public sealed record Greeting(string Text);

public static class GreetingFlow
{
    public static Flow<Greet, Greeting> Greet { get; } = new(async (services, command, context, cancellationToken) =>
        (await Flows.GetProfile.RunAsync(services, new(command.AccessToken), context, cancellationToken)).Succeeded(out var user, out var failure)
            ? new Greeting($"Hello, {user.Profile.Name ?? user.Email}.")
            : failure);
}
