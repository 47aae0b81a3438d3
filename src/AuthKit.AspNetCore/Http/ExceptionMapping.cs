using AuthKit.Http.Reading;
using AuthKit.Records;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace AuthKit.Http;

/// <summary>Puts exceptions into the library's own words; what nobody expected is in the log alone.</summary>
internal static class ExceptionMapping
{
    public static Failure ToFailure(this ILogger logger, Exception exception, HttpContext http, string contract)
    {
        switch (exception)
        {
            case UnreadableException unreadable:
                return new(unreadable.Fault);
            case OperationCanceledException when http.RequestAborted.IsCancellationRequested:
                return new(Fault.Cancelled);
            case IOException when http.RequestAborted.IsCancellationRequested:
                return new(Fault.Cancelled);
            case StoreUnavailableException unavailable:
                logger.StoreUnavailable(contract, unavailable.Message);
                return new(Fault.StoreUnavailable) { RetryAfter = TimeSpan.FromSeconds(1) };
            default:
                logger.Unexpected(contract, exception);
                return new(Fault.Unexpected);
        }
    }
}
