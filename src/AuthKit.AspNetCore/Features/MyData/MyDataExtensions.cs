using AuthKit.Features;
using AuthKit.Features.MyData;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Adds the export and deletion of accounts by their owners to AuthKit.</summary>
public static class MyDataExtensions
{
    /// <summary>Lets owners have a copy of everything that is kept of them, and have their accounts erased. It is idempotent.</summary>
    /// <param name="builder">What <c>AddAuthKit</c> returned.</param>
    /// <param name="configure">Changes the options: a grace period, say.</param>
    public static AuthKitBuilder AddMyData(this AuthKitBuilder builder, Action<MyDataOptions>? configure = null) =>
        builder.AddMyDataCore(configure).AddFeature(new ProofFeature()).AddFeature(new MyDataFeature());
}
