using AuthKit.Hosting;

namespace AuthKit.Features;

/// <summary>The options of features that are weaker than the default.</summary>
internal sealed class FeatureWarnings(IEnumerable<Feature> features) : IStartupWarning
{
    public IEnumerable<string> Of(AuthKitOptions options) =>
        features.SelectMany(feature => feature.Warnings.Select(warning => $"feature '{feature.Name}': {warning}"));
}
