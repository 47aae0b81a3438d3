using AuthKit.Features;
using AuthKit.Features.ApiKeys;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Adds API keys to AuthKit.</summary>
public static class ApiKeysExtensions
{
    /// <summary>
    /// Lets people make personal keys by which programs call the host's own endpoints for them: those that ask for a scope which the key has
    /// (<c>RequireScope</c>), or that allow keys (<c>AllowApiKeys</c>). It is idempotent.
    /// </summary>
    /// <param name="builder">What <c>AddAuthKit</c> returned.</param>
    /// <param name="scopes">What keys can be given, beside those of <see cref="ApiKeyOptions.Scopes"/>.</param>
    public static AuthKitBuilder AddApiKeys(this AuthKitBuilder builder, params string[] scopes)
    {
        builder.Services.Configure<AuthKit.AuthKitOptions>(options =>
        {
            foreach (var scope in scopes)
            {
                if (!options.ApiKeys.Scopes.Contains(scope))
                    options.ApiKeys.Scopes.Add(scope);
            }
        });
        builder.Services.TryAddSingleton<ApiKeyAuthentication>();
        return builder.AddApiKeysCore().AddFeature(new ProofFeature()).AddFeature(new ApiKeysFeature());
    }
}
