using System.Transactions;
using AuthKit.Relational;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace AuthKit.EntityFrameworkCore;

/// <summary>
/// Gives every call a context of its own, so that what the host tracks in one of its own is never saved by AuthKit, nor
/// AuthKit's work undone with a transaction of the host's.
/// </summary>
internal sealed class Contexts(IServiceScopeFactory scopes, Type contextType)
{
    public async Task<T> RunAsync<T>(Func<DbContext, CancellationToken, Task<T>> run, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        try
        {
            return await Abandonment.WaitAsideAsync(_ => OnceAsync(run), Timeout.InfiniteTimeSpan, cancellationToken);
        }
        catch (Exception e) when (ErrorTranslation.Translate(e, contextType, cancellationToken) is { } translated)
        {
            throw translated;
        }
    }

    // A driver may block a thread when it is told to give up, so that none is: it ends a statement at its own time limit.
    private async Task<T> OnceAsync<T>(Func<DbContext, CancellationToken, Task<T>> run)
    {
        using var outsideOfAnyTransaction = new TransactionScope(TransactionScopeOption.Suppress, TransactionScopeAsyncFlowOption.Enabled);
        // Every way of registering a context, as a factory or pooled too, lets a scope have one.
        await using var scope = scopes.CreateAsyncScope();
        return await run((DbContext)scope.ServiceProvider.GetRequiredService(contextType), CancellationToken.None);
    }
}
