using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;

namespace AuthKit.EntityFrameworkCore.Stores;

/// <summary>Adds rows through the context's change tracker, which knows how its provider writes them.</summary>
internal static class Inserting
{
    public static Task InsertAsync(this Contexts contexts, object row, CancellationToken cancellationToken) => contexts.RunAsync(
        (context, cancellationToken) =>
        {
            context.Add(row);
            return context.SaveChangesAsync(cancellationToken);
        },
        cancellationToken);

    /// <summary>
    /// Adds a row unless one that equals it is there. Which error says so differs from provider to provider, so that a row
    /// that was refused is looked for; a refusal that nothing stands behind goes on as it is.
    /// </summary>
    /// <returns>False where a row that equals it is there already.</returns>
    public static async Task<bool> TryInsertAsync<TRow>(this Contexts contexts, TRow row, Expression<Func<TRow, bool>> equal, CancellationToken cancellationToken) where TRow : class
    {
        try
        {
            await contexts.InsertAsync(row, cancellationToken);
            return true;
        }
        catch (DbUpdateException)
        {
            if (await contexts.RunAsync((context, cancellationToken) => context.Set<TRow>().AnyAsync(equal, cancellationToken), cancellationToken))
                return false;
            throw;
        }
    }
}
