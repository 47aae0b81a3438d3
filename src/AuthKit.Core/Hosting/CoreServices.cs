using AuthKit;
using AuthKit.AuthorizationServer;
using AuthKit.AuthorizationServer.Browsers;
using AuthKit.AuthorizationServer.Clients;
using AuthKit.AuthorizationServer.Codes;
using AuthKit.AuthorizationServer.Devices;
using AuthKit.AuthorizationServer.Requests;
using AuthKit.Databases;
using AuthKit.External;
using AuthKit.Hosting;
using AuthKit.Mail;
using AuthKit.Passwords;
using AuthKit.Sessions;
using AuthKit.Tenants;
using AuthKit.Tenants.BroughtDatabases;
using AuthKit.Tokens;
using AuthKit.Users;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Registers AuthKit without a web framework.</summary>
public static class AuthKitCoreServiceCollectionExtensions
{
    /// <summary>
    /// Adds the flows and what they need, except an <see cref="IKeyProtector"/>, which the caller brings. On ASP.NET Core
    /// call <c>AddAuthKit</c> instead. Calling it again adds nothing twice.
    /// </summary>
    public static AuthKitBuilder AddAuthKitCore(this IServiceCollection services, Action<AuthKitOptions>? configure = null)
    {
        services.AddOptions<AuthKitOptions>().ValidateOnStart();
        if (configure is not null)
            services.Configure(configure);
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IValidateOptions<AuthKitOptions>, OptionsValidator>());
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IValidateOptions<AuthKitOptions>, ClientDatabaseValidator>());
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IValidateOptions<AuthKitOptions>, AuthorizationServerValidator>());
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IStartupWarning, OptionWarnings>());
        services.TryAddSingleton(TimeProvider.System);
        AddNouns(services);
        AddFlows(services);
        AddAuthorizationServer(services);
        AddExternal(services);
        services.TryAddSingleton<MailQueue>();
        services.TryAddSingleton<IAuthMailer, SmtpMailer>();
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IHostedService, Startup>());
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IHostedService, MailQueue>(provider => provider.GetRequiredService<MailQueue>()));
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IHostedService, Sweeper>());
        return new AuthKitBuilder(services).AddSchema(AuthKitSchema.Current);
    }

    private static void AddNouns(IServiceCollection services)
    {
        services.TryAddSingleton<DatabaseEngines>();
        services.TryAddSingleton<DatabaseOpener>();
        services.TryAddSingleton<HomeDatabase>();
        services.TryAddSingleton<ITenantSource, TenantSource>();
        services.TryAddSingleton<IHostResolver, SystemResolver>();
        services.TryAddSingleton<HostGuard>();
        services.TryAddSingleton<ClientDatabaseGate>();
        services.TryAddSingleton<ClientTenants>();
        services.TryAddSingleton<TenantDatabases>();
        services.TryAddSingleton<UserDatabases>();
        services.TryAddSingleton<TenantRegistry>();
        services.TryAddSingleton<NameDirectory>();
        services.TryAddSingleton<ClientRegistry>();
        services.TryAddSingleton<ClientAssertions>();
        services.TryAddSingleton<Accounts>();
        services.TryAddSingleton<Credentials>();
        services.TryAddSingleton<Decoy>();
        services.TryAddSingleton<IPasswordHasher>(provider => new Argon2idPasswordHasher(provider.GetRequiredService<IOptions<AuthKitOptions>>().Value.Passwords.Argon2id));
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IForeignPasswordHash, IdentityV3Hash>());
        services.TryAddSingleton<PasswordGate>();
        services.TryAddSingleton<PasswordHashing>();
        services.TryAddSingleton<SignIn>();
        services.TryAddSingleton<RefreshTokens>();
        services.TryAddSingleton<SessionLiveness>();
        services.TryAddSingleton<KeyRing>();
        services.TryAddSingleton<Jwt>();
        services.TryAddSingleton<ScopePolicy>();
        services.TryAddSingleton<Subjects>();
        services.TryAddSingleton<AccessTokens>();
        services.TryAddSingleton<IdTokens>();
        services.TryAddSingleton<Callers>();
        services.TryAddSingleton<ResetLink>();
    }

    private static void AddFlows(IServiceCollection services)
    {
        services.TryAddSingleton<IFlow<Register, Registration>, RegisterFlow>();
        services.TryAddSingleton<IFlow<Login, TokenPair>, LoginFlow>();
        services.TryAddSingleton<IFlow<LoginExternal, TokenPair>, LoginExternalFlow>();
        services.TryAddSingleton<IFlow<Refresh, TokenPair>, RefreshFlow>();
        services.TryAddSingleton<IFlow<Logout, Unit>, LogoutFlow>();
        services.TryAddSingleton<IFlow<RequestReset, ResetRequested>, RequestResetFlow>();
        services.TryAddSingleton<IFlow<ResetPassword, PasswordReset>, ResetPasswordFlow>();
        services.TryAddSingleton<IFlow<ChangePassword, Unit>, ChangePasswordFlow>();
        services.TryAddSingleton<IFlow<GetProfile, User>, GetProfileFlow>();
        services.TryAddSingleton<IFlow<UpdateProfile, User>, UpdateProfileFlow>();
        services.TryAddSingleton<IFlow<ValidateToken, TokenOwner>, ValidateTokenFlow>();
        services.TryAddSingleton<IFlow<Authenticate, Caller>, AuthenticateFlow>();
        services.TryAddSingleton<IFlow<PublishKeys, KeySet>, PublishKeysFlow>();
        services.TryAddSingleton<IFlow<CheckHealth, Unit>, CheckHealthFlow>();
    }

    private static void AddAuthorizationServer(IServiceCollection services)
    {
        services.TryAddSingleton<BrowserSessions>();
        services.TryAddSingleton<AuthorizationRequests>();
        services.TryAddSingleton<AuthorizationCodes>();
        services.TryAddSingleton<PushedRequests>();
        services.TryAddSingleton<DeviceCodes>();
        services.TryAddSingleton<DevicePolls>();
        services.TryAddSingleton<ClientRules>();
        services.TryAddSingleton<IFlow<SignInBrowser, BrowserSession>, SignInBrowserFlow>();
        services.TryAddSingleton<IFlow<GetBrowserUser, User>, GetBrowserUserFlow>();
        services.TryAddSingleton<IFlow<EndBrowserSession, SignedOut>, EndBrowserSessionFlow>();
        services.TryAddSingleton<IFlow<Authorize, AuthorizationStep>, AuthorizeFlow>();
        services.TryAddSingleton<IFlow<PushAuthorization, PushedRequest>, PushAuthorizationFlow>();
        services.TryAddSingleton<IFlow<RedeemCode, TokenPair>, RedeemCodeFlow>();
        services.TryAddSingleton<IFlow<GrantClientCredentials, TokenPair>, GrantClientCredentialsFlow>();
        services.TryAddSingleton<IFlow<AuthorizeDevice, DeviceAuthorization>, AuthorizeDeviceFlow>();
        services.TryAddSingleton<IFlow<FindDevice, WaitingDevice>, FindDeviceFlow>();
        services.TryAddSingleton<IFlow<DecideDevice, Unit>, DecideDeviceFlow>();
        services.TryAddSingleton<IFlow<RedeemDeviceCode, TokenPair>, RedeemDeviceCodeFlow>();
        services.TryAddSingleton<IFlow<RevokeToken, Unit>, RevokeTokenFlow>();
        services.TryAddSingleton<IFlow<IntrospectToken, TokenFacts>, IntrospectTokenFlow>();
        services.TryAddSingleton<IFlow<GetUserInfo, UserInfo>, GetUserInfoFlow>();
        services.TryAddSingleton<IFlow<RegisterClient, RegisteredClient>, RegisterClientFlow>();
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
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IExternalProvider, GoogleProvider>());
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IExternalProvider, FacebookProvider>());
    }
}
