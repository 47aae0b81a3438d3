using AuthKit.Databases;
using AuthKit.Passwords;
using AuthKit.Records;
using AuthKit.Tokens;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace AuthKit.Hosting;

/// <summary>Does before the first request what it would otherwise wait for, and says aloud what is weaker than the default.</summary>
internal sealed class Startup(HomeDatabase home, KeyRing keys, PasswordHashing passwords, IEnumerable<IStartupWarning> warnings, IOptions<AuthKitOptions> options, ILogger<Startup> logger) : IHostedService
{
    public async Task StartAsync(CancellationToken cancellationToken)
    {
        foreach (var warning in warnings.SelectMany(source => source.Of(options.Value)))
            logger.Weaker(warning);
        var warming = Task.Run(passwords.Warm, cancellationToken);
        try
        {
            await home.GetAsync(cancellationToken);
            await keys.GetVerifyingKeysAsync(cancellationToken);
        }
        catch (StoreUnavailableException e)
        {
            // The host may come up before its database does; requests are answered 503 until then.
            logger.HomeUnavailable(e.Message);
        }

        await warming;
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
