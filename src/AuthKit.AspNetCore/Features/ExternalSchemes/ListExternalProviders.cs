namespace AuthKit.Features.ExternalSchemes;

/// <summary>Lists the providers that people sign in through.</summary>
internal sealed record ListExternalProviders : Command;

internal sealed class ListExternalProvidersFlow(KnownSchemes known) : IFlow<ListExternalProviders, IReadOnlyList<KnownScheme>>
{
    public Task<Outcome<IReadOnlyList<KnownScheme>>> RunAsync(ListExternalProviders command, FlowContext context, CancellationToken cancellationToken) =>
        Task.FromResult<Outcome<IReadOnlyList<KnownScheme>>>(new(known.All));
}
