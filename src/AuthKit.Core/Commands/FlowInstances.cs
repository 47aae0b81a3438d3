using System.Collections.Concurrent;
using System.Diagnostics.CodeAnalysis;
using Microsoft.Extensions.DependencyInjection;

namespace AuthKit;

/// <summary>A host's flows, each made when it is first asked something, so that none has to be registered.</summary>
/// <param name="services">The host's services, not a request's.</param>
internal sealed class FlowInstances(IServiceProvider services)
{
    private readonly ConcurrentDictionary<Type, object> _made = new();

    public TFlow Get<[DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicConstructors)] TFlow>() where TFlow : class =>
        _made.TryGetValue(typeof(TFlow), out var flow) ? (TFlow)flow : Make<TFlow>();

    private TFlow Make<[DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicConstructors)] TFlow>() where TFlow : class
    {
        // A flow of the host's may keep something between requests; two at once must not make two of it.
        lock (_made)
        {
            if (!_made.TryGetValue(typeof(TFlow), out var flow))
                _made[typeof(TFlow)] = flow = ActivatorUtilities.CreateInstance<TFlow>(services);
            return (TFlow)flow;
        }
    }
}
