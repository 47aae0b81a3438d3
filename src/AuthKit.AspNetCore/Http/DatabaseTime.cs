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
        using var time = CancellationTokenSource.CreateLinkedTokenSource(http.RequestAborted);
        var started = TimeProvider.System.GetTimestamp();
        var running = run(time.Token);
        // Performance: what a cache answers has waited for nothing, and needs no timer.
        if (running.IsCompletedSuccessfully)
            return running.Result;
        var before = http.Features.Get<Spent>()?.Time ?? TimeSpan.Zero;
        var left = LimitOf(http) - before - TimeProvider.System.GetElapsedTime(started);
        time.CancelAfter(left > TimeSpan.Zero ? left : TimeSpan.Zero);
        try
        {
            return await running;
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

    private static TimeSpan LimitOf(HttpContext http) => http.RequestServices.GetRequiredService<IOptions<AuthKitOptions>>().Value.Databases.RequestTimeout;

    private sealed record Spent(TimeSpan Time);
}
