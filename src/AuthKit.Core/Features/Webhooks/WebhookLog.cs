using Microsoft.Extensions.Logging;

namespace AuthKit.Features.Webhooks;

internal static partial class WebhookLog
{
    [LoggerMessage(EventId = 1961, Level = LogLevel.Warning, Message = "Attempt {Attempt} to post message {MessageId} ({Event}) to webhook {Webhook} failed ({Error}); the next is in {RetryIn}.")]
    public static partial void NotSent(this ILogger logger, int attempt, Guid messageId, string @event, string webhook, string error, TimeSpan retryIn);

    [LoggerMessage(EventId = 1962, Level = LogLevel.Error, Message = "Message {MessageId} ({Event}) to webhook {Webhook} is given up after {Attempts} attempts ({Error}).")]
    public static partial void GivenUp(this ILogger logger, Guid messageId, string @event, string webhook, int attempts, string error);

    [LoggerMessage(EventId = 1963, Level = LogLevel.Warning, Message = "The messages that wait for webhooks cannot be reached ({ExceptionType}).")]
    public static partial void QueueUnavailable(this ILogger logger, string exceptionType);

    [LoggerMessage(EventId = 1964, Level = LogLevel.Error, Message = "Webhook {Webhook} is not told of {Event} ({ExceptionType}).")]
    public static partial void NotEnqueued(this ILogger logger, string @event, string webhook, string exceptionType);
}
