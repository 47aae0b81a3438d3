using AuthKit.Databases;
using AuthKit.EntityFrameworkCore.Commands;
using AuthKit.Records;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace AuthKit.EntityFrameworkCore;

/// <summary>The database of a host's context.</summary>
/// <typeparam name="TContext">The host's context.</typeparam>
public sealed class EntityFrameworkDatabase<TContext> : IDatabase where TContext : DbContext
{
    private readonly Contexts _contexts;

    /// <summary>The database of the context; nothing is connected to yet.</summary>
    /// <param name="scopes">The host's services, which have the context.</param>
    public EntityFrameworkDatabase(IServiceScopeFactory scopes)
    {
        _contexts = new(scopes, typeof(TContext));
        Records = new ContextRecords(_contexts);
    }

    /// <inheritdoc/>
    public IRecords Records { get; }

    /// <summary>Changes nothing, for migrations are the host's: sees whether they have brought the database to what this release needs.</summary>
    /// <exception cref="InvalidOperationException">They have not; the message says what to run.</exception>
    public Task MigrateAsync(IReadOnlyList<Schema> schemas, CancellationToken cancellationToken) =>
        _contexts.RunAsync((context, cancellationToken) => SchemaCheck.RunAsync(context, schemas, cancellationToken), cancellationToken);

    /// <inheritdoc/>
    public Task PingAsync(CancellationToken cancellationToken) =>
        _contexts.RunAsync(static (context, cancellationToken) => context.Database.ExecuteSqlRawAsync("SELECT 1", cancellationToken), cancellationToken);

    /// <inheritdoc/>
    public async Task<string?> FindLackAsync(IReadOnlyList<Schema> schemas, CancellationToken cancellationToken)
    {
        try
        {
            await MigrateAsync(schemas, cancellationToken);
            return null;
        }
        catch (InvalidOperationException e)
        {
            return e.Message;
        }
    }

    /// <summary>Does nothing: the contexts are the host's.</summary>
    public ValueTask DisposeAsync() => default;
}
