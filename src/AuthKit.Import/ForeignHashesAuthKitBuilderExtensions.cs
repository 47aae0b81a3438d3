using AuthKit;
using AuthKit.Import.ForeignHashes;
using AuthKit.Passwords;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Adds the password hashes of other systems to AuthKit.</summary>
public static class ForeignHashesAuthKitBuilderExtensions
{
    /// <summary>
    /// Has passwords verify against hashes by bcrypt (PHP, Laravel, Auth0, Django), scrypt (Firebase, Django, Werkzeug, Passlib) and Argon2 in all its forms, beside those
    /// by PBKDF2, which AuthKit knows by itself. Each is replaced by an Argon2id hash when its owner signs in. Keep it until no such hash is left. It is idempotent.
    /// </summary>
    /// <param name="builder">What <c>AddAuthKit</c> returned.</param>
    /// <param name="configure">Sets options, such as <see cref="ForeignHashOptions.Firebase"/>; what they can be is checked at start-up.</param>
    public static AuthKitBuilder AddForeignPasswordHashes(this AuthKitBuilder builder, Action<ForeignHashOptions>? configure = null)
    {
        var services = builder.Services;
        var options = services.Select(static service => service.ImplementationInstance).OfType<ForeignHashOptions>().FirstOrDefault();
        if (options is null)
            services.AddSingleton(options = new());
        configure?.Invoke(options);
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IValidateOptions<AuthKitOptions>, ForeignHashValidator>());
        return builder
            .AddForeignPasswordHash<BcryptHash>()
            .AddForeignPasswordHash<ScryptHash>()
            .AddForeignPasswordHash<Argon2Hash>()
            .AddForeignPasswordHash<FirebaseHash>();
    }
}
