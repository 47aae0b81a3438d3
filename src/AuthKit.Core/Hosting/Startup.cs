using AuthKit.Databases;
using AuthKit.Passwords;
using AuthKit.Records;
using AuthKit.Tokens;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace AuthKit.Hosting;

/// <summary>Does before the first request what it would otherwise wait for, and says aloud what is weaker than the default.</summary>
internal sealed class Startup(ConnectionStringCheck connectionStrings, HomeDatabase home, KeyRing keys, PasswordHashing passwords, IEnumerable<IStartupWarning> warnings, IEnumerable<Schema> schemas, IOptions<AuthKitOptions> options, TimeProvider time, ILogger<Startup> logger) : IHostedService
{
    public async Task StartAsync(CancellationToken cancellationToken)
    {
        foreach (var warning in warnings.SelectMany(source => source.Of(options.Value)))
            logger.Weaker(warning);
        await connectionStrings.RunAsync(options.Value, cancellationToken);
        var warming = Task.Run(passwords.Warm, cancellationToken);
        try
        {
            await PrepareAsync(await home.GetAsync(cancellationToken), cancellationToken);
        }
        catch (StoreUnavailableException e)
        {
            // The host may come up before its database does; requests are answered 503 until then.
            logger.HomeUnavailable(e.Message);
        }

        await warming;
    }

    private async Task PrepareAsync(DatabaseLease database, CancellationToken cancellationToken)
    {
        if (await database.FindLackAsync([.. schemas], cancellationToken) is { } lack)
        {
            // Somebody else brings it up to date, and may be at it.
            logger.SchemaLacks(lack);
            return;
        }

        await keys.GetVerifyingKeysAsync(cancellationToken);
        var before = time.GetUtcNow();
        if (await database.GetTimeAsync(cancellationToken) is not { } theirs)
            return;
        var skew = theirs < before ? before - theirs : theirs - time.GetUtcNow();
        if (skew > options.Value.Databases.MaxClockSkew)
            logger.ClockSkew(skew);
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
