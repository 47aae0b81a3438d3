using AuthKit;
using AuthKit.Administration;
using AuthKit.AuthorizationServer;
using AuthKit.CommandLine;
using AuthKit.Databases;
using AuthKit.Events;
using AuthKit.External;
using AuthKit.Features;
using AuthKit.Grants;
using AuthKit.Hosting;
using AuthKit.Mail;
using AuthKit.Networking;
using AuthKit.Notices;
using AuthKit.Passwords;
using AuthKit.Passwords.Breached;
using AuthKit.Proofs;
using AuthKit.SignIns;
using AuthKit.Telemetry;
using AuthKit.Tenants;
using AuthKit.Databases.Brought;
using AuthKit.Tenants.Brought;
using AuthKit.Tokens;
using AuthKit.Users;
using AuthKit.Users.Attempts;
using AuthKit.Users.Claims;
using AuthKit.Users.Invitations;
using AuthKit.Users.Roles;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Registers AuthKit without a web framework.</summary>
public static class AuthKitCoreServiceCollectionExtensions
{
    /// <summary>
    /// Adds the flows and what they need, except an <see cref="IKeyProtector"/> and an <see cref="IMailProtector"/>, which the caller brings. On ASP.NET Core
    /// call <c>AddAuthKit</c> instead. It is idempotent.
    /// </summary>
    public static AuthKitBuilder AddAuthKitCore(this IServiceCollection services, Action<AuthKitOptions>? configure = null)
    {
        services.AddOptions<AuthKitOptions>().ValidateOnStart();
        if (configure is not null)
            services.Configure(configure);
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IValidateOptions<AuthKitOptions>, OptionsValidator>());
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IValidateOptions<AuthKitOptions>, BroughtDatabaseValidator>());
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IValidateOptions<AuthKitOptions>, TextValidator>());
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IValidateOptions<AuthKitOptions>, MailValidator>());
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IValidateOptions<AuthKitOptions>, AccountsValidator>());
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IStartupWarning, OptionWarnings>());
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IStartupWarning, ClientWarnings>());
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IStartupWarning, MailWarnings>());
        services.TryAddSingleton(TimeProvider.System);
        AddEvents(services);
        AddNouns(services);
        AddSignIns(services);
        AddFeatures(services);
        services.TryAddSingleton<FlowInstances>();
        services.TryAddSingleton<ConsoleCommands>();
        services.TryAddSingleton<Readiness>();
        services.AddAuthorizationServer();
        AddExternal(services);
        AddMail(services);
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IHostedService, Startup>());
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IHostedService, MailSender>());
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IHostedService, Sweeper>());
        return new AuthKitBuilder(services).AddSchema(AuthKitSchema.Current);
    }

    private static void AddEvents(IServiceCollection services)
    {
        services.TryAddSingleton<AuthKitMetrics>();
        services.TryAddSingleton<EventQueues>();
        services.TryAddSingleton<UnfinishedRecordings>();
        services.TryAddSingleton<IEvents, EventRaiser>();
        // The first to start, and so the last to stop: listeners hear of what the others do at their end.
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IHostedService, EventDispatcher>());
    }

    private static void AddNouns(IServiceCollection services)
    {
        services.TryAddSingleton<DatabaseEngines>();
        services.TryAddSingleton<DatabaseOpener>();
        services.TryAddSingleton<ConnectionStringCheck>();
        services.TryAddSingleton<HomeDatabase>();
        services.TryAddSingleton<ITenantSource, TenantSource>();
        services.TryAddSingleton<IHostResolver, SystemResolver>();
        services.TryAddSingleton<HostGuard>();
        services.TryAddSingleton<BroughtDatabaseGate>();
        services.TryAddSingleton<BroughtTenants>();
        services.TryAddSingleton<TenantDatabases>();
        services.TryAddSingleton<UserDatabases>();
        services.TryAddSingleton<TenantRegistry>();
        services.TryAddSingleton<NameDirectory>();
        services.TryAddSingleton<OneTimeSecrets>();
        services.TryAddSingleton<Accounts>();
        services.TryAddSingleton<PasswordAuthenticator>();
        services.TryAddSingleton<PasswordSignIn>();
        services.TryAddSingleton<SignInTurns>();
        services.TryAddSingleton<AttemptCounter>();
        services.TryAddSingleton<SignInAttempts>();
        services.TryAddSingleton<KnownDevices>();
        services.TryAddSingleton<TimingEqualizer>();
        services.TryAddSingleton<TenantInvitations>();
        services.TryAddSingleton<ITenantInvitations>(provider => provider.GetRequiredService<TenantInvitations>());
        services.TryAddSingleton<IPasswordHasher>(provider => new Argon2idPasswordHasher(provider.GetRequiredService<IOptions<AuthKitOptions>>().Value.Passwords.Argon2id));
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IForeignPasswordHash, IdentityV3Hash>());
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IForeignPasswordHash, IdentityV2Hash>());
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IForeignPasswordHash, WrittenPbkdf2Hash>());
        services.TryAddSingleton<PasswordGate>();
        services.TryAddSingleton<PasswordHashing>();
        services.AddBreachedPasswordCorpora();
        services.TryAddSingleton<AccountRows>();
        services.TryAddSingleton<AccountErasure>();
        services.TryAddEnumerable(ServiceDescriptor.Singleton<ISweepable, AccountErasure>(static provider => provider.GetRequiredService<AccountErasure>()));
        services.TryAddSingleton<LastSeen>();
        services.TryAddSingleton<UserCreation>();
        services.TryAddSingleton<UserWriter>();
        services.TryAddSingleton<UserDirectory>();
        services.TryAddSingleton<IUsers>(static provider => provider.GetRequiredService<UserDirectory>());
        services.TryAddSingleton<SessionIssuer>();
        services.TryAddSingleton<SessionDevices>();
        services.TryAddSingleton<RefreshTokens>();
        services.TryAddSingleton<SessionLiveness>();
        services.TryAddSingleton<AccountNames>();
        services.TryAddSingleton<CredentialRevocation>();
        services.TryAddSingleton<KeyRing>();
        services.TryAddSingleton<IKeyRing>(provider => provider.GetRequiredService<KeyRing>());
        services.TryAddSingleton<IDirectoryKey>(provider => provider.GetRequiredService<KeyRing>());
        services.TryAddSingleton<Jwt>();
        services.TryAddSingleton<Subjects>();
        services.TryAddSingleton<RoleSet>();
        services.TryAddSingleton<IOwnClaims, OwnClaims>();
        services.TryAddSingleton<AccessTokens>();
        services.TryAddSingleton<IdTokens>();
        services.TryAddSingleton<ProofAddresses>();
        services.TryAddSingleton<ProofReplays>();
        services.TryAddSingleton<DPoPNonces>();
        services.TryAddSingleton<DPoPProofs>();
        services.TryAddSingleton<TokenPossession>();
        services.TryAddSingleton<Callers>();
    }

    private static void AddSignIns(IServiceCollection services)
    {
        services.TryAddSingleton<AttemptBudget>();
        services.TryAddSingleton<SecondFactorSet>();
        services.TryAddEnumerable(ServiceDescriptor.Singleton<ICredentialRevocationListener, PendingSignInRevocation>());
        services.TryAddSingleton<SecondFactorChallenges>();
        services.TryAddSingleton<SecondFactorAttempts>();
        services.TryAddSingleton<SecondFactorVerification>();
        services.TryAddSingleton<RecentProofs>();
        services.TryAddSingleton<SessionProofs>();
        services.TryAddSingleton<SignInPolicy>();
        services.TryAddSingleton<SignInCompletion>();
        services.TryAddSingleton<ISignIns, FlowSignIns>();
    }

    private static void AddFeatures(IServiceCollection services)
    {
        services.TryAddSingleton<IFeatureAccounts, FeatureAccounts>();
        services.TryAddSingleton<IAccountHandles, AccountHandles>();
        services.TryAddSingleton<SealedChallenges>();
        services.TryAddSingleton<IChallenges, Challenges>();
        services.TryAddSingleton<IFeatureCredentials, FeatureCredentials>();
        services.TryAddSingleton<IFeatureAttempts, FeatureAttempts>();
        services.TryAddSingleton<ISecondFactorMails, SecondFactorMails>();
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IMailWriter, SecondFactorMail>());
        services.TryAddSingleton<INewAccounts, NewAccounts>();
    }

    private static void AddMail(IServiceCollection services)
    {
        services.TryAddSingleton<Outbox>();
        services.TryAddSingleton<PickupMailer>();
        services.TryAddSingleton<MailDelivery>();
        services.TryAddSingleton<MailBounds>();
        services.TryAddSingleton<ResetLink>();
        services.TryAddSingleton<ResetLinkMail>();
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IMailWriter, ResetMail>());
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IMailWriter, ResetLinkMail>());
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IMailWriter, ExternalLinkMail>());
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IMailWriter, NoticeMail>());
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IEventRecorder, NoticeRecorder>());
    }

    private static void AddExternal(IServiceCollection services)
    {
        const long maxAnswer = 64 * 1024;
        services.AddHttpClient(ExternalProviders.HttpClientName)
            .ConfigureHttpClient((provider, client) =>
            {
                client.Timeout = provider.GetRequiredService<IOptions<AuthKitOptions>>().Value.External.Timeout;
                client.MaxResponseContentBufferSize = maxAnswer;
            })
            // A redirect would take somebody's token along to wherever it points.
            .ConfigurePrimaryHttpMessageHandler(() => new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false })
            .RemoveAllLoggers();
        services.TryAddSingleton<ProviderCall>();
        services.TryAddSingleton<ProviderNames>();
        services.TryAddSingleton<ExternalLinks>();
        services.TryAddSingleton<IExternalLogins>(provider => provider.GetRequiredService<ExternalLinks>());
        services.TryAddSingleton<ExternalLinkRequests>();
        services.TryAddSingleton<ExternalAccounts>();
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IExternalProvider, GoogleProvider>());
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IExternalProvider, FacebookProvider>());
    }
}
