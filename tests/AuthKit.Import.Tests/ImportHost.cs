using System.Collections.Concurrent;
using System.Diagnostics.CodeAnalysis;
using System.Text;
using AuthKit.Conformance.InMemory;
using AuthKit.Databases;
using AuthKit.Events;
using AuthKit.External;
using AuthKit.Features.Import;
using AuthKit.Import.ForeignHashes;
using AuthKit.Mail;
using AuthKit.Tenants;
using AuthKit.Tokens;
using AuthKit.Users;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Time.Testing;

namespace AuthKit.Import.Tests;

/// <summary>A host that imports, without a web server; two on one store are two processes.</summary>
internal sealed class ImportHost : IHost, IAsyncDisposable
{
    public const string Acme = "acme";

    /// <summary>The example of Firebase's documentation, of whose hash the test vector is.</summary>
    public static readonly FirebaseHashParameters Firebase = new("jxspr8Ki0RYycVU8zykbdLGjFQ3McFUH0uiiTvC8pVMXAn210wjLNmdZJzxUECKbm0QsEmYUSDzZvpjeJ9WmXA==");

    private readonly ServiceProvider _services;
    private readonly ConcurrentQueue<AuthEvent> _events = new();

    public ImportHost(IStoreProvider? store = null, Action<ForeignHashOptions>? hashes = null, Action<AuthKitOptions>? configure = null)
    {
        var services = new ServiceCollection();
        services.AddLogging();
        services.AddSingleton<TimeProvider>(Clock).AddSingleton<IEventRecorder>(new Recorder(_events)).AddSingleton<IAuthMailer, NoMailer>();
        services.AddSingleton<IKeyProtector, PlainProtector>().AddSingleton<IConnectionProtector, PlainProtector>().AddSingleton<IMailProtector, PlainProtector>();
        var builder = services.AddAuthKitCore(options =>
        {
            options.Issuer = "https://auth.example";
            options.ContractNames.Add(Context.ClientId);
            (options.Passwords.Argon2id.MemoryKiB, options.Passwords.Argon2id.Iterations) = (64, 1);
        });
        builder.UseInMemory().AddTenant(Acme, DatabaseEngine.Sqlite.KeyIdentifier, Acme).AddAccountImport(options =>
        {
            options.Firebase = Firebase;
            hashes?.Invoke(options);
        });
        services.Remove(services.Single(service => service.ServiceType == typeof(IStoreProvider)));
        services.AddSingleton(store ?? new InMemoryStoreProvider());
        if (configure is not null)
            services.Configure(configure);
        _services = services.BuildServiceProvider();
    }

    public FakeTimeProvider Clock { get; } = new(new(2026, 1, 1, 12, 0, 0, TimeSpan.Zero));

    public FlowContext Context { get; } = new() { ClientId = "tests" };

    public IEnumerable<AuthEvent> Events => _events;

    public List<ImportNote> Notes { get; } = [];

    public IServiceProvider Services => _services;

    public T Get<T>() where T : notnull => _services.GetRequiredService<T>();

    public Task<Outcome<ImportReport>> TryAsync(AccountImport import, IEnumerable<ImportedAccount> accounts) =>
        Get<IAccountImport>().RunAsync(import with { OnNote = Notes.Add }, Lines(accounts), CancellationToken.None);

    public async Task<ImportReport> ImportAsync(AccountImport import, params IEnumerable<ImportedAccount> accounts) => Value(await TryAsync(import, accounts));

    /// <summary>Imports a file of a format.</summary>
    public async Task<ImportReport> ImportFileAsync(string format, string file, AccountImport? import = null, AccountFormatOptions? options = null)
    {
        var lines = Get<IEnumerable<IAccountFormat>>().Single(known => known.Name == format).ReadAsync(new MemoryStream(Encoding.UTF8.GetBytes(file)), options ?? new(), CancellationToken.None);
        return Value(await Get<IAccountImport>().RunAsync((import ?? new(format)) with { OnNote = Notes.Add }, lines, CancellationToken.None));
    }

    public async Task<User?> FindAsync(string email, string tenant = Tenant.Home)
    {
        await using var database = await Get<UserDatabases>().OfAsync(tenant, CancellationToken.None);
        return await database.Users.FindByNameAsync(email, CancellationToken.None);
    }

    public async Task<IReadOnlyList<ExternalLoginRecord>> LoginsAsync(Guid userId)
    {
        await using var database = await Get<UserDatabases>().OfAsync(Tenant.Home, CancellationToken.None);
        return await database.ExternalLogins.ListAsync(userId, CancellationToken.None);
    }

    public async Task<IReadOnlyList<User>> AllAsync(string tenant = Tenant.Home)
    {
        await using var database = await Get<UserDatabases>().OfAsync(tenant, CancellationToken.None);
        return await database.Port<Records.IRecords>(static records => records).ListAsync(UserTable.Rows, [], orderBy: null, limit: 0, CancellationToken.None);
    }

    public async Task<bool> SignsInAsync(string email, string password) =>
        (await Flows.Login.RunAsync(_services, new Login(email, password), Context, CancellationToken.None)).Succeeded(out _, out var failure) ? true
        : failure.Fault == Fault.InvalidCredentials ? false
        : throw new AssertionException(failure.Fault.ToString());

    public Task StartAsync(CancellationToken cancellationToken = default) => throw new AssertionException("A command does not start its host.");

    public Task StopAsync(CancellationToken cancellationToken = default) => Task.CompletedTask;

    public void Dispose() => _services.Dispose();

    public ValueTask DisposeAsync() => _services.DisposeAsync();

    private static T Value<T>(Outcome<T> outcome) where T : notnull => outcome.Succeeded(out var value, out var failure) ? value : throw new AssertionException(failure.Fault.ToString());

    private static async IAsyncEnumerable<ImportedLine> Lines(IEnumerable<ImportedAccount> accounts)
    {
        var line = 0;
        foreach (var account in accounts)
        {
            await Task.Yield();
            yield return ImportedLine.Of(++line, account);
        }
    }

    private sealed class NoMailer : IAuthMailer
    {
        public Task SendAsync(AuthMail mail, CancellationToken cancellationToken) => throw new AssertionException("An import sends no mail.");
    }

    private sealed class Recorder(ConcurrentQueue<AuthEvent> events) : IEventRecorder
    {
        public ValueTask RecordAsync(AuthEvent raised, CancellationToken cancellationToken)
        {
            events.Enqueue(raised);
            return default;
        }
    }

    private sealed class PlainProtector : IKeyProtector, IConnectionProtector, IMailProtector
    {
        public byte[] Protect(byte[] key) => key;

        public bool TryUnprotect(byte[] protectedKey, [NotNullWhen(true)] out byte[]? key)
        {
            key = protectedKey;
            return true;
        }

        public byte[] Protect(string connectionString) => Encoding.UTF8.GetBytes(connectionString);

        public bool TryUnprotect(byte[] protectedConnection, [NotNullWhen(true)] out string? connectionString)
        {
            connectionString = Encoding.UTF8.GetString(protectedConnection);
            return true;
        }
    }
}
