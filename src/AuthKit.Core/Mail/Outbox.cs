using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using AuthKit.Databases;
using AuthKit.Queues;
using AuthKit.Records;

namespace AuthKit.Mail;

/// <summary>
/// Mail on its way out, in the store: what a request has enqueued is sent by this process or another, even if this one is
/// killed the next moment. Requests do not wait for it, nor does their time tell whether there was anything to send.
/// </summary>
internal sealed class Outbox(HomeDatabase home, IMailProtector protector, TimeProvider time)
{
    private static readonly JsonSerializerOptions Json = new() { TypeInfoResolver = ReflectedJson.Resolver };

    /// <summary>What wakes this process's sender.</summary>
    public QueueSignal Signal { get; } = new(time);

    /// <summary>Enqueues a mail; it is kept when this returns.</summary>
    /// <param name="kind">The <see cref="IMailWriter.Kind"/> of who words it.</param>
    /// <param name="data">What it is worded from.</param>
    /// <param name="expires">When it is worth nothing any more.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public async Task EnqueueAsync<[DynamicallyAccessedMembers(ReflectedJson.Members)] TData>(string kind, TData data, DateTimeOffset expires, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        var mail = new OutboxMail
        {
            Id = Guid.CreateVersion7(now),
            Kind = kind,
            ProtectedData = protector.Protect(JsonSerializer.SerializeToUtf8Bytes(data, Json)),
            CreatedAt = now,
            ExpiresAt = expires,
            DueAt = now,
        };
        await using var database = await home.GetAsync(cancellationToken);
        await database.Outbox.EnqueueAsync(mail, cancellationToken);
        Signal.Raise();
    }

    /// <summary>What a mail was enqueued with.</summary>
    public static TData Read<[DynamicallyAccessedMembers(ReflectedJson.Members)] TData>(byte[] data) => JsonSerializer.Deserialize<TData>(data, Json)!;
}
