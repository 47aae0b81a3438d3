using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Query;

namespace AuthKit.EntityFrameworkCore.Stores;

/// <summary>Changes rows by one statement each, whose condition the database checks; nothing is read first or tracked.</summary>
internal static class Changing
{
    private const int Batch = 500;

    /// <returns>The number of rows changed.</returns>
    public static Task<int> ChangeAsync<TRow>(this Contexts contexts, Expression<Func<TRow, bool>> where, Action<UpdateSettersBuilder<TRow>> set, CancellationToken cancellationToken) where TRow : class =>
        contexts.RunAsync((context, cancellationToken) => context.Set<TRow>().Where(where).ExecuteUpdateAsync(set, cancellationToken), cancellationToken);

    /// <summary>Removes what has expired, some rows at a time, so that no sign-in waits for a long lock.</summary>
    /// <returns>The number of rows removed.</returns>
    public static async Task<int> SweepAsync<TRow>(this Contexts contexts, Expression<Func<TRow, bool>> expired, Expression<Func<TRow, DateTimeOffset>> expiry, CancellationToken cancellationToken) where TRow : class
    {
        var all = 0;
        int some;
        do
        {
            some = await contexts.RunAsync(
                (context, cancellationToken) => context.Set<TRow>().Where(expired).OrderBy(expiry).Take(Batch).ExecuteDeleteAsync(cancellationToken),
                cancellationToken);
            all += some;
        }
        while (some == Batch);
        return all;
    }
}
