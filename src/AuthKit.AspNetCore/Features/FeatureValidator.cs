using Microsoft.Extensions.Options;

namespace AuthKit.Features;

/// <summary>Refuses to start with options that a feature cannot work with.</summary>
internal sealed class FeatureValidator(IEnumerable<Feature> features) : IValidateOptions<AuthKitOptions>
{
    public ValidateOptionsResult Validate(string? name, AuthKitOptions options)
    {
        string[] errors = [.. features.SelectMany(feature => feature.Check(options).Select(error => $"feature '{feature.Name}': {error}"))];
        return errors.Length == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(errors);
    }
}
