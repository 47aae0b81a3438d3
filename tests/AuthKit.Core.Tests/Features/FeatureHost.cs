using System.Collections.Concurrent;
using System.Net;
using System.Web;
using AuthKit.Core.Tests.Tenants.BroughtDatabases;
using AuthKit.Databases;
using AuthKit.Events;
using AuthKit.Mail;
using AuthKit.Tenants;
using AuthKit.Tokens;
using AuthKit.Users;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Time.Testing;

namespace AuthKit.Core.Tests.Features;

/// <summary>The flows of a host without a web server: mail goes out when a test says so, and time stands still.</summary>
internal sealed class FeatureHost : IAsyncDisposable
{
    public const string Email = "anna@example.com";
    public const string Password = "correct horse 7!";
    public const string Acme = "acme";

    private static readonly DateTimeOffset Noon = new(2026, 1, 1, 12, 0, 0, TimeSpan.Zero);

    private readonly DirectoryInfo? _folder;
    private readonly ServiceProvider _services;
    private readonly Mailbox _mailbox = new();
    private readonly ConcurrentQueue<AuthEvent> _events = new();

    public FeatureHost(Keeping keeping, Action<AuthKitBuilder> build, Action<AuthKitOptions>? configure = null)
    {
        _folder = keeping is Keeping.Sqlite ? Directory.CreateTempSubdirectory("authkit-features-") : null;
        var services = new ServiceCollection();
        services.AddLogging();
        services.AddSingleton<TimeProvider>(Clock).AddSingleton<IAuthMailer>(_mailbox).AddSingleton<IEventRecorder>(new Recorder(_events));
        services.AddSingleton<IKeyProtector, PlainProtector>().AddSingleton<IConnectionProtector, PlainProtector>().AddSingleton<IMailProtector, PlainProtector>();
        var builder = services.AddAuthKitCore(options =>
        {
            options.Issuer = "https://auth.example";
            options.ContractNames.Add(Context.ClientId);
            (options.Passwords.Argon2id.MemoryKiB, options.Passwords.Argon2id.Iterations) = (64, 1);
            (options.Mail.RecipientPause, options.Mail.RecipientDailyLimit) = (TimeSpan.Zero, int.MaxValue);
            (options.Mail.Notices.PasswordChanged, options.Mail.Notices.PasswordReset) = (false, false);
        });
        if (_folder is null)
            builder.UseInMemory().AddTenant(Acme, DatabaseEngine.Sqlite.KeyIdentifier, Acme);
        else
            builder.UseSqlite($"Data Source={Path.Combine(_folder.FullName, "home.db")}").AddTenant(Acme, DatabaseEngine.Sqlite.KeyIdentifier, $"Data Source={Path.Combine(_folder.FullName, "acme.db")}");
        build(builder);
        if (configure is not null)
            services.Configure(configure);
        _services = services.BuildServiceProvider();
        // As a host that starts does.
        _ = Options;
    }

    public FakeTimeProvider Clock { get; } = new(Noon);

    public AuthKitOptions Options => Get<IOptions<AuthKitOptions>>().Value;

    public FlowContext Context { get; } = new() { ClientId = "tests", RemoteAddress = IPAddress.Loopback };

    public IEnumerable<AuthEvent> Events => _events;

    public T Get<T>() where T : notnull => _services.GetRequiredService<T>();

    public Task<Outcome<TResult>> TryAsync<TCommand, TResult>(Flow<TCommand, TResult> flow, TCommand command, FlowContext? context = null) where TResult : notnull =>
        flow.RunAsync(_services, command, context ?? Context, CancellationToken.None);

    public async Task<TResult> DoAsync<TCommand, TResult>(Flow<TCommand, TResult> flow, TCommand command, FlowContext? context = null) where TResult : notnull =>
        (await TryAsync(flow, command, context)).Succeeded(out var result, out var failure) ? result : throw new AssertionException($"{typeof(TCommand).Name}: {failure.Fault} {string.Join(", ", failure.BrokenRules)}");

    public async Task<Fault> FailAsync<TCommand, TResult>(Flow<TCommand, TResult> flow, TCommand command, FlowContext? context = null) where TResult : notnull =>
        (await TryAsync(flow, command, context)).Failure?.Fault ?? throw new AssertionException($"{typeof(TCommand).Name} succeeded.");

    public Task<Registration> RegisterAsync(string email = Email, string? tenant = null) => DoAsync(Flows.Register, new(email, Password)
    {
        SignIn = true,
        Database = tenant is null ? null : new(tenant, DatabaseEngine.Sqlite.KeyIdentifier, Required: true),
    });

    public Task<Outcome<TokenPair>> SignInAsync(string email = Email, string password = Password) => TryAsync(Flows.Login, new(email, password));

    public async Task<User?> FindAsync(string email, string tenant = Tenant.Home)
    {
        await using var database = await Get<UserDatabases>().OfAsync(tenant, CancellationToken.None);
        return await database.Users.FindByEmailAsync(email, CancellationToken.None);
    }

    /// <summary>Sends what is due, and what that enqueues.</summary>
    /// <returns>The mails, in the order in which they were sent.</returns>
    public async Task<IReadOnlyList<AuthMail>> DeliverAsync()
    {
        await using var home = await Get<HomeDatabase>().GetAsync(CancellationToken.None);
        while (await home.Outbox.ListDueAsync(Clock.GetUtcNow(), 100, CancellationToken.None) is { Count: > 0 } due)
        {
            foreach (var mail in due)
                await Get<MailDelivery>().AttemptAsync((await home.Outbox.ClaimAsync(mail, Clock.GetUtcNow() + TimeSpan.FromMinutes(1), CancellationToken.None))!, CancellationToken.None);
        }

        return _mailbox.Empty();
    }

    /// <summary>The only mail that is due, and goes to an address.</summary>
    public async Task<AuthMail> DeliverOneAsync(string to = Email)
    {
        var mails = await DeliverAsync();
        Assert.That(mails.Select(mail => mail.To), Is.EqualTo(new[] { to }));
        return mails[0];
    }

    /// <summary>The token in the only mail that is due.</summary>
    public async Task<string> DeliverTokenAsync(string to = Email) => TokenIn(await DeliverOneAsync(to));

    public static Uri LinkIn(AuthMail mail) => new(mail.Text.Split('\n').Single(line => line.StartsWith("http", StringComparison.Ordinal)).Trim());

    public static string TokenIn(AuthMail mail) => HttpUtility.ParseQueryString(LinkIn(mail).Query)["token"]!;

    public async ValueTask DisposeAsync()
    {
        await _services.DisposeAsync();
        _folder?.Delete(recursive: true);
    }

    private sealed class Mailbox : IAuthMailer
    {
        private readonly ConcurrentQueue<AuthMail> _mails = new();

        public Task SendAsync(AuthMail mail, CancellationToken cancellationToken)
        {
            _mails.Enqueue(mail);
            return Task.CompletedTask;
        }

        public IReadOnlyList<AuthMail> Empty()
        {
            var mails = new List<AuthMail>();
            while (_mails.TryDequeue(out var mail))
                mails.Add(mail);
            return mails;
        }
    }

    private sealed class Recorder(ConcurrentQueue<AuthEvent> events) : IEventRecorder
    {
        public ValueTask RecordAsync(AuthEvent raised, CancellationToken cancellationToken)
        {
            events.Enqueue(raised);
            return default;
        }
    }
}

/// <summary>Where a test's data is kept.</summary>
public enum Keeping
{
    Memory,
    Sqlite,
}
