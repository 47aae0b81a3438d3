namespace AuthKit.Features.ExternalSchemes;

/// <summary>Lists the providers that people sign in through.</summary>
internal sealed record ListExternalProviders : Command;

internal sealed class ListExternalProvidersFlow(KnownSchemes known) : IFlow<ListExternalProviders, KnownScheme[]>
{
    public Task<Outcome<KnownScheme[]>> RunAsync(ListExternalProviders command, FlowContext context, CancellationToken cancellationToken) =>
        Task.FromResult<Outcome<KnownScheme[]>>(known.All.ToArray());
}
