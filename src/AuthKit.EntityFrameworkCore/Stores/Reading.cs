using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;

namespace AuthKit.EntityFrameworkCore.Stores;

internal static class Reading
{
    /// <returns>The row that a unique key finds, or null.</returns>
    public static Task<TRow?> FindAsync<TRow>(this Contexts contexts, Expression<Func<TRow, bool>> key, CancellationToken cancellationToken) where TRow : class =>
        contexts.RunAsync((context, cancellationToken) => context.Set<TRow>().AsNoTracking().SingleOrDefaultAsync(key, cancellationToken), cancellationToken);
}
