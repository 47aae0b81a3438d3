using System.Diagnostics.CodeAnalysis;
using AuthKit.Features.SecondFactors;
using AuthKit.SignIns;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Adds second factors to a host.</summary>
public static class SecondFactorAuthKitBuilderExtensions
{
    /// <summary>
    /// Adds a way to prove a second factor: accounts that have it are not signed in to without it. Each contract has the routes by
    /// which a sign-in goes on. Features call it.
    /// </summary>
    /// <typeparam name="TFactor">The factor; one instance serves all requests.</typeparam>
    /// <param name="builder">What <c>AddAuthKit</c> returned.</param>
    public static AuthKitBuilder AddSecondFactor<[DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicConstructors)] TFactor>(this AuthKitBuilder builder) where TFactor : class, ISecondFactor
    {
        builder.Services.TryAddEnumerable(ServiceDescriptor.Singleton<ISecondFactor, TFactor>());
        return builder.AddFeature(new SecondFactorFeature());
    }
}
