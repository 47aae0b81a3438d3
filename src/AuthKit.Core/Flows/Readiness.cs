using AuthKit.Databases;
using AuthKit.Grants;
using AuthKit.Mail;
using AuthKit.Records;
using AuthKit.Tenants;
using AuthKit.Tokens;
using Microsoft.Extensions.Options;

namespace AuthKit;

/// <summary>Looks at what sign-ins need: that the home database answers, has its schema and takes a write, that the key ring can be unsealed, and that mail is sent.</summary>
internal sealed class Readiness(HomeDatabase home, KeyRing keys, TenantRegistry tenants, IEnumerable<Schema> schemas, IOptions<AuthKitOptions> options, TimeProvider time)
{
    /// <summary>Senders look every few seconds for mail that is due.</summary>
    private static readonly TimeSpan LongestWait = TimeSpan.FromMinutes(5);

    private readonly Schema[] _schemas = [.. schemas];

    /// <summary>What is lost; nothing else is looked for behind a database that does not answer.</summary>
    public async Task<IReadOnlyList<HealthLoss>> FindLossesAsync(CancellationToken cancellationToken)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limit.CancelAfter(options.Value.Databases.RequestTimeout);
        try
        {
            return await LookAsync(limit.Token);
        }
        catch (StoreUnavailableException)
        {
            return [HealthLoss.Database("The home database does not answer.")];
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return [HealthLoss.Database("The home database does not answer in time.")];
        }
    }

    private async Task<IReadOnlyList<HealthLoss>> LookAsync(CancellationToken cancellationToken)
    {
        var database = await home.GetAsync(cancellationToken);
        await database.PingAsync(cancellationToken);
        if (await database.FindLackAsync(_schemas, cancellationToken) is { } lack)
            return [HealthLoss.Schema(lack)];
        if (!await WritesAsync(database, cancellationToken))
            return [HealthLoss.Disk("The home database answers, and takes no write: its disk may be full, or it may be read-only.")];
        return [.. Sealed(await keys.GetSealedAsync(cancellationToken)), .. Mail(await database.Outbox.ListDueAsync(time.GetUtcNow() - LongestWait, limit: 1, cancellationToken))];
    }

    private static IEnumerable<HealthLoss> Mail(IReadOnlyList<OutboxMail> waiting)
    {
        if (waiting is [var mail])
            yield return HealthLoss.Mail($"Mail has been due since {mail.DueAt:u} and no node has taken it: none has a mailer (call UseMailKit, register an IAuthMailer, or set Mail.PickupDirectory on one of them), or all wait for a mail server that does not answer.");
    }

    private async Task<bool> WritesAsync(DatabaseLease database, CancellationToken cancellationToken)
    {
        try
        {
            await database.WriteProbe.RunAsync(time.GetUtcNow(), cancellationToken);
            return true;
        }
        catch (StoreUnavailableException)
        {
            return false;
        }
    }

    private IEnumerable<HealthLoss> Sealed(SealedKeys sealedKeys)
    {
        if (sealedKeys.Directory && tenants.Count > 0)
            yield return HealthLoss.Directory("The key by which tenants' users are found was sealed by another Data Protection key ring: none of them can sign in. Restore that ring.");
        if (sealedKeys.SigningKeys > 0)
            yield return HealthLoss.Keys($"{sealedKeys.SigningKeys} signing keys were not sealed by this node's Data Protection key ring: what they signed is not accepted. Give all nodes the same ring; retire keys that no node of yours made.");
    }
}
