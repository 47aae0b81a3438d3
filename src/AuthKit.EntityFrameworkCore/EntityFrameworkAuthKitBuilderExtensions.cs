using AuthKit.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Keeps AuthKit's data in the host's own database, through its <see cref="DbContext"/>.</summary>
public static class EntityFrameworkAuthKitBuilderExtensions
{
    /// <summary>Makes the database of the host's context the home database; its migrations stay the host's.</summary>
    /// <typeparam name="TContext">
    /// The context, which calls <see cref="AuthKitModelBuilderExtensions.UseAuthKit"/> in <c>OnModelCreating</c> and is
    /// registered by <c>AddDbContext</c>, <c>AddDbContextFactory</c> or their pooled forms.
    /// </typeparam>
    /// <param name="builder">What <c>AddAuthKit</c> returned.</param>
    public static AuthKitBuilder UseEntityFramework<TContext>(this AuthKitBuilder builder) where TContext : DbContext =>
        builder.UseDatabase(static services => new EntityFrameworkDatabase<TContext>(services.GetRequiredService<IServiceScopeFactory>()));
}
