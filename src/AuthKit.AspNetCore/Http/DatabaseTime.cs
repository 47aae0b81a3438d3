using AuthKit.Databases;
using AuthKit.Records;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace AuthKit.Http;

/// <summary>
/// The one time limit of a request over all that it asks of databases (<see cref="DatabaseOptions.RequestTimeout"/>): what the
/// check of its bearer token took, its route has no more.
/// </summary>
internal static class DatabaseTime
{
    /// <summary>Runs a part of a request within what the request has left.</summary>
    /// <param name="http">The request.</param>
    /// <param name="run">The part, given what ends when the time is over or the client has gone.</param>
    /// <exception cref="StoreUnavailableException">The time was over.</exception>
    public static async Task<T> LimitAsync<T>(HttpContext http, Func<CancellationToken, Task<T>> run)
    {
        var limit = http.RequestServices.GetRequiredService<IOptions<AuthKitOptions>>().Value.Databases.RequestTimeout;
        var before = http.Features.Get<Spent>()?.Time ?? TimeSpan.Zero;
        using var time = CancellationTokenSource.CreateLinkedTokenSource(http.RequestAborted);
        time.CancelAfter(limit > before ? limit - before : TimeSpan.Zero);
        var started = TimeProvider.System.GetTimestamp();
        try
        {
            return await run(time.Token);
        }
        catch (OperationCanceledException e) when (time.IsCancellationRequested && !http.RequestAborted.IsCancellationRequested)
        {
            throw new StoreUnavailableException("The request took longer than Databases.RequestTimeout.", e);
        }
        finally
        {
            http.Features.Set(new Spent(before + TimeProvider.System.GetElapsedTime(started)));
        }
    }

    private sealed record Spent(TimeSpan Time);
}
