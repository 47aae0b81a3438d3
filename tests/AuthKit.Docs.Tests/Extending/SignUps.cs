namespace AuthKit.Docs.Tests.Extending;

public static class SignUps
{
    private static readonly Fault NotOfUs = new("not_of_us", like: Fault.AccessDenied, "Only people of example.com make accounts here.");

    public static Task<Failure?> CheckAsync(Register command, FlowContext context, IServiceProvider services, CancellationToken cancellationToken) =>
        Task.FromResult(command.Email?.EndsWith("@example.com", StringComparison.OrdinalIgnoreCase) is true ? null : new Failure(NotOfUs));
}
