namespace AuthKit.Mail;

/// <summary>Words one kind of mail, when it is sent and not in the request that enqueued it.</summary>
internal interface IMailWriter
{
    /// <summary>The <see cref="OutboxMail.Kind"/> that it words.</summary>
    string Kind { get; }

    /// <summary>The mail; null where there is nobody to send it to, or it may not be sent. It is called again for each attempt.</summary>
    /// <param name="data">What was enqueued.</param>
    /// <param name="attempt">The attempt, from 1.</param>
    /// <param name="cancellationToken">Gives up.</param>
    Task<AuthMail?> WriteAsync(byte[] data, int attempt, CancellationToken cancellationToken);
}
