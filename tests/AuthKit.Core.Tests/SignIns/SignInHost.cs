using AuthKit.AuthorizationServer;
using AuthKit.AuthorizationServer.Browsers;
using AuthKit.Conformance.InMemory;
using AuthKit.Core.Tests.Tenants.BroughtDatabases;
using AuthKit.Databases;
using AuthKit.Events;
using AuthKit.External;
using AuthKit.Features;
using AuthKit.Mail;
using AuthKit.SignIns;
using AuthKit.Tenants;
using AuthKit.Tokens;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using Microsoft.IdentityModel.JsonWebTokens;

namespace AuthKit.Core.Tests.SignIns;

/// <summary>AuthKit without a web framework, with second factors where they are given.</summary>
internal sealed class SignInHost : IAsyncDisposable
{
    public const string Email = "ada@example.com";
    public const string Password = "correct horse 7!";
    public const string Provider = "forge";

    private readonly ServiceProvider _services;

    public SignInHost(params ISecondFactor[] factors) : this(null, factors)
    {
    }

    public SignInHost(Action<IServiceCollection>? configure, params ISecondFactor[] factors)
    {
        var services = new ServiceCollection();
        services.AddLogging();
        services.AddSingleton<TimeProvider>(Clock);
        services.AddSingleton<IKeyProtector, PlainProtector>().AddSingleton<IConnectionProtector, PlainProtector>().AddSingleton<IMailProtector, PlainProtector>();
        services.AddSingleton<IStoreProvider>(new InMemoryStoreProvider(DatabaseEngine.Sqlite));
        services.AddSingleton<IEventRecorder>(Heard);
        services.AddSingleton<IExternalProvider, Forge>();
        foreach (var factor in factors)
            services.AddSingleton(factor);
        services.AddAuthKitCore(options =>
            {
                options.Database = new(DatabaseEngine.Sqlite.KeyIdentifier, "home");
                options.ContractNames.Add("app");
                options.ContractNames.Add("other");
                options.Passwords.Argon2id.MemoryKiB = 64;
                options.Passwords.Argon2id.Iterations = 1;
            })
            .AddTenant("east", DatabaseEngine.Sqlite.KeyIdentifier, "east");
        configure?.Invoke(services);
        _services = services.BuildServiceProvider();
    }

    public FakeTimeProvider Clock { get; } = new(new(2026, 11, 26, 8, 0, 0, TimeSpan.Zero));

    public Recorder Heard { get; } = new();

    public FlowContext Context { get; } = new() { ClientId = "app" };

    public T Get<T>() where T : notnull => _services.GetRequiredService<T>();

    public async Task<Guid> RegisterAsync(string? tenant = null, params FakeFactor[] factors)
    {
        var database = tenant is null ? null : new DatabaseSelector(tenant, DatabaseEngine.Sqlite.KeyIdentifier, Required: true);
        var registered = await Flows.Register.RunAsync(_services, new(Email, Password) { Database = database }, Context, default);
        var id = registered.Value!.User.Id;
        foreach (var factor in factors)
            factor.Owners[id] = true;
        return id;
    }

    public Task<Outcome<TokenPair>> LoginAsync(FlowContext? context = null, string scope = "openid offline_access", string password = Password) =>
        Flows.Login.RunAsync(_services, new(Email, password, scope), context ?? Context, default);

    public Task<Outcome<TokenPair>> LoginExternalAsync() => Flows.LoginExternal.RunAsync(_services, new(Provider, "token"), Context, default);

    /// <summary>Signs in as far as the password goes.</summary>
    public async Task<string> ChallengeAsync(FlowContext? context = null) => Detail(await LoginAsync(context)).Challenge;

    public Task<Outcome<TokenPair>> CompleteAsync(string? challenge, string? code = FakeFactor.Right, FlowContext? context = null, string? method = null, bool trust = false) =>
        Flows.CompleteSignIn.RunAsync(_services, new(challenge, method, code) { TrustDevice = trust }, context ?? Context, default);

    public Task<Outcome<SecondFactorPrompt>> BeginAsync(string challenge, string? method = null) =>
        Flows.BeginSecondFactor.RunAsync(_services, new(challenge, method), Context, default);

    public Task<Outcome<BrowserSession>> SignInBrowserAsync(FlowContext? context = null) =>
        OAuthFlows.SignInBrowser.RunAsync(_services, new(Email, Password), context ?? Context, default);

    public Task<Outcome<BrowserSession>> CompleteBrowserAsync(string challenge, FlowContext? context = null, bool trust = false) =>
        OAuthFlows.CompleteBrowserSignIn.RunAsync(_services, new(challenge, null, FakeFactor.Right) { TrustDevice = trust }, context ?? Context, default);

    public Task<Outcome<TokenPair>> RefreshAsync(TokenPair pair) => Flows.Refresh.RunAsync(_services, new(pair.RefreshToken), Context, default);

    public Task<Outcome<Unit>> ChangePasswordAsync(TokenPair pair) => Flows.ChangePassword.RunAsync(_services, new(pair.AccessToken, Password, "another horse 8!"), Context, default);

    public Task<Outcome<ProofPrompt>> BeginProofAsync(TokenPair pair, string? method = null) => Flows.BeginProof.RunAsync(_services, new(pair.AccessToken, method), Context, default);

    public Task<Outcome<ProvedIdentity>> ProveAsync(TokenPair pair, string password = Password) => Flows.ProveIdentity.RunAsync(_services, new(pair.AccessToken, password), Context, default);

    public Task<Outcome<ProvedIdentity>> ProveFactorAsync(TokenPair pair, string? challenge, string? code = FakeFactor.Right, string? method = null) =>
        Flows.ProveIdentity.RunAsync(_services, new(pair.AccessToken, Password: null) { Challenge = challenge, Method = method, Code = code }, Context, default);

    public Task<Outcome<Unit>> LogoutAsync(TokenPair pair) => Flows.Logout.RunAsync(_services, new(pair.AccessToken), Context, default);

    /// <summary>What a flow would be told that changes credentials; null where it may.</summary>
    public async Task<Failure?> ObjectionAsync(string accessToken)
    {
        var opening = await Get<IFeatureAccounts>().OfTokenAsync(accessToken, Context, recentProof: true, default);
        if (opening.Value is { } account)
            await account.DisposeAsync();
        return opening.Failure;
    }

    public async Task<Caller> CallerAsync(TokenPair pair) => (await Flows.Authenticate.RunAsync(_services, new(pair.AccessToken), Context, default)).Value!;

    public static JsonWebToken Read(string? token) => new(token);

    public static SecondFactorChallenge Detail<T>(Outcome<T> outcome) where T : notnull
    {
        Assert.That(outcome.Failure?.Fault, Is.EqualTo(Fault.SecondFactorRequired));
        return (SecondFactorChallenge)outcome.Failure!.Detail!;
    }

    public ValueTask DisposeAsync() => _services.DisposeAsync();

    /// <summary>A provider that says of everybody that they are Ada.</summary>
    private sealed class Forge : IExternalProvider
    {
        public string Name => Provider;

        public Task<Outcome<ExternalIdentity>> VerifyAsync(string accessToken, CancellationToken cancellationToken) =>
            Task.FromResult<Outcome<ExternalIdentity>>(new ExternalIdentity(new(Provider, "1"), Email, null) { IsAuthoritative = true });
    }
}
