using AuthKit.Contracts.Tests.ExternalSchemes;
using AuthKit.Contracts.Tests.Harness;
using Microsoft.Extensions.DependencyInjection;

namespace AuthKit.Contracts.Tests.Coverage;

/// <summary>Flows are made when they are first asked something; that they can be is known here.</summary>
internal sealed class FlowTests
{
    [Test]
    public async Task Every_flow_can_be_made_from_the_host_s_services()
    {
        await using var host = await TestHost.StartAsync(StandInScheme.Plan.And(new() { Build = authKit => authKit.AddEmailConfirmation().AddMailedCodes().AddApiKeys("notes.read").AddAuditLog().AddWebhooks().AddAdministration().AddDevices().AddConnections().AddMyData() }));
        Type[] flows = [.. typeof(Flow<,>).Assembly.GetTypes().Where(IsFlow)];

        Assert.That(flows, Has.Length.GreaterThan(25));
        foreach (var flow in flows)
            Assert.That(() => ActivatorUtilities.CreateInstance(host.Services, flow), Throws.Nothing, flow.Name);
    }

    [Test]
    public async Task A_host_s_flow_is_made_once_however_many_ask_at_first()
    {
        await using var host = await TestHost.StartAsync(new() { Services = services => services.AddSingleton<Made>() });

        var answers = await Task.WhenAll(Enumerable.Range(0, 64).Select(_ => Task.Run(() => Ask.Flow.RunAsync(host.Services, new(), new() { ClientId = "" }, CancellationToken.None))));

        Assert.That(answers.Select(answer => answer.Value), Is.All.EqualTo(1));
        Assert.That(host.Services.GetRequiredService<Made>().Count, Is.EqualTo(1));
    }

    private static bool IsFlow(Type type) =>
        type is { IsClass: true, IsAbstract: false } && type.GetInterfaces().Any(port => port.IsGenericType && port.GetGenericTypeDefinition() == typeof(IFlow<,>));

    private sealed class Made
    {
        private int _count;

        public int Count => _count;

        public int Next() => Interlocked.Increment(ref _count);
    }

    private sealed record Ask : Command
    {
        public static Flow<Ask, int> Flow { get; } = Flow<Ask, int>.Of<AskFlow>();
    }

    private sealed class AskFlow(Made made) : IFlow<Ask, int>
    {
        private readonly int _number = made.Next();

        public Task<Outcome<int>> RunAsync(Ask command, FlowContext context, CancellationToken cancellationToken) => Task.FromResult<Outcome<int>>(_number);
    }
}
