using System.Diagnostics.CodeAnalysis;
using AuthKit.AuthorizationServer.Details;
using AuthKit.AuthorizationServer.Exchanges;
using AuthKit.Databases;
using AuthKit.Events;
using AuthKit.Passwords;
using AuthKit.Records;
using AuthKit.Tenants;
using AuthKit.Databases.Brought;
using AuthKit.Users;
using AuthKit.Users.Claims;
using AuthKit.Users.Roles;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>What <c>AddAuthKit</c> returns: stores and contracts hang themselves on it.</summary>
/// <param name="services">The host's services.</param>
public sealed class AuthKitBuilder(IServiceCollection services)
{
    /// <summary>The host's services.</summary>
    public IServiceCollection Services { get; } = services;

    /// <summary>Makes a database the home database. Store adapters call it; hosts call <c>UseSqlite</c> and its like.</summary>
    public AuthKitBuilder UseDatabase<[DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicConstructors)] TProvider>(DatabaseRegistration database) where TProvider : class, IStoreProvider
    {
        Services.RemoveAll<HostDatabase>();
        Services.Configure<AuthKit.AuthKitOptions>(options =>
        {
            if (options.Database is { } earlier && earlier != database)
                options.ReplacedDatabases.Add(earlier.KeyIdentifier);
            options.Database = database;
        });
        return AddStore<TProvider>();
    }

    /// <summary>Makes the home database one that is reached through the host's services rather than by a connection string.</summary>
    /// <param name="open">Opens it, at first use and once; AuthKit disposes of it. <see cref="IDatabase.MigrateAsync"/> is called next.</param>
    public AuthKitBuilder UseDatabase(Func<IServiceProvider, IDatabase> open)
    {
        Services.Replace(ServiceDescriptor.Singleton(new HostDatabase(open)));
        return this;
    }

    /// <summary>Has clients that are listed with the grant exchange tokens (RFC 8693) as far as a policy lets them.</summary>
    /// <typeparam name="TPolicy">The policy, of which there is one instance.</typeparam>
    public AuthKitBuilder AddTokenExchange<[DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicConstructors)] TPolicy>() where TPolicy : class, ITokenExchangePolicy
    {
        Services.Replace(ServiceDescriptor.Singleton<ITokenExchangePolicy, TPolicy>());
        return this;
    }

    /// <summary>Makes an engine known, so that tenants can live on it.</summary>
    public AuthKitBuilder AddStore<[DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicConstructors)] TProvider>() where TProvider : class, IStoreProvider
    {
        Services.TryAddEnumerable(ServiceDescriptor.Singleton<IStoreProvider, TProvider>());
        return this;
    }

    /// <summary>Adds tables to those that AuthKit keeps: they are made and brought up to date with its own, in every database.</summary>
    public AuthKitBuilder AddSchema(Schema schema)
    {
        if (Services.All(service => service.ImplementationInstance is not Schema known || known.Name != schema.Name))
            Services.AddSingleton(schema);
        return this;
    }

    /// <summary>Lets accounts have roles: they are in access tokens and id tokens as <c>role</c>, and <c>RequireRole</c> works.</summary>
    /// <param name="names">Their names, added to <see cref="RoleOptions.Names"/>.</param>
    public AuthKitBuilder AddRoles(params string[] names)
    {
        Services.Configure<AuthKit.AuthKitOptions>(options =>
        {
            foreach (var name in names.Except(options.Roles.Names))
                options.Roles.Names.Add(name);
        });
        return this;
    }

    /// <summary>Adds a source of claims for the tokens of users; of several, each is asked, in the order in which they were added.</summary>
    public AuthKitBuilder AddClaims<[DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicConstructors)] TSource>() where TSource : class, IClaimsSource
    {
        Services.TryAddEnumerable(ServiceDescriptor.Singleton<IClaimsSource, TSource>());
        return this;
    }

    /// <summary>Adds a type of authorization details that clients may ask for (RFC 9396).</summary>
    public AuthKitBuilder AddAuthorizationDetails<[DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicConstructors)] TType>() where TType : class, IAuthorizationDetailsType
    {
        Services.TryAddEnumerable(ServiceDescriptor.Singleton<IAuthorizationDetailsType, TType>());
        return this;
    }

    /// <summary>Registers a tenant: a part of the users that lives in a database of its own.</summary>
    /// <param name="alias">The name that selects it, and the <c>tid</c> of its tokens.</param>
    /// <param name="keyIdentifier">The engine, by one of its <see cref="DatabaseEngine.KeyIdentifiers"/>. The host does not start where its adapter is not added.</param>
    /// <param name="connectionString">The database.</param>
    public AuthKitBuilder AddTenant(string alias, string keyIdentifier, string connectionString) =>
        AddTenant(alias, keyIdentifier, connectionString, TenantRegistration.Open);

    /// <summary>Registers a tenant, and says who may register in it.</summary>
    /// <param name="alias">The name that selects it, and the <c>tid</c> of its tokens.</param>
    /// <param name="keyIdentifier">The engine, by one of its <see cref="DatabaseEngine.KeyIdentifiers"/>. The host does not start where its adapter is not added.</param>
    /// <param name="connectionString">The database.</param>
    /// <param name="registration">Who may register in it.</param>
    public AuthKitBuilder AddTenant(string alias, string keyIdentifier, string connectionString, TenantRegistration registration)
    {
        var tenant = new Tenant(alias, new(keyIdentifier, connectionString)) { Registration = registration };
        Services.Configure<AuthKit.AuthKitOptions>(options => options.Tenants.Add(tenant));
        return this;
    }

    /// <summary>
    /// Lets a registration bring a database along: a connection string that is no registered tenant's is opened, within
    /// the policy, and makes a tenant with a generated alias. It means that strangers choose where this server connects;
    /// register tenants with <see cref="AddTenant(string, string, string)"/> where their databases are known.
    /// </summary>
    /// <param name="configure">The policy, which allows nothing to begin with.</param>
    public AuthKitBuilder AllowClientDatabases(Action<ClientDatabasePolicy> configure)
    {
        Services.Configure<AuthKit.AuthKitOptions>(options => configure(options.ClientDatabases ??= new()));
        return this;
    }

    /// <summary>Keeps the home database's accounts in a table of the host's own; sessions, grants and keys stay with AuthKit.</summary>
    /// <typeparam name="TUsers">The host's port to its table; one instance serves all requests.</typeparam>
    public AuthKitBuilder UseUsers<[DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicConstructors)] TUsers>() where TUsers : class, IUserStore
    {
        Services.Replace(ServiceDescriptor.Singleton<IUserStore, TUsers>());
        Services.TryAddEnumerable(ServiceDescriptor.Singleton<ReplacedPort, HostUsers>());
        return this;
    }

    /// <summary>Verifies hashes of another system until their owners have signed in once.</summary>
    public AuthKitBuilder AddForeignPasswordHash<[DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicConstructors)] THash>() where THash : class, IForeignPasswordHash
    {
        Services.TryAddEnumerable(ServiceDescriptor.Singleton<IForeignPasswordHash, THash>());
        return this;
    }

    /// <summary>Refuses new passwords that are in a file of breached ones (<see cref="BreachedPasswordOptions.Files"/>).</summary>
    /// <param name="file">The file, which the host does not start without.</param>
    public AuthKitBuilder AddBreachedPasswords(string file)
    {
        Services.Configure<AuthKit.AuthKitOptions>(options => options.Passwords.Breached.Files.Add(file));
        return this;
    }

    /// <summary>Refuses new passwords that a service on the network knows as breached ones (<see cref="BreachedPasswordOptions.Online"/>).</summary>
    /// <param name="configure">What is to be other than by default.</param>
    public AuthKitBuilder AddBreachedPasswordsOnline(Action<BreachedPasswordOptions>? configure = null)
    {
        Services.Configure<AuthKit.AuthKitOptions>(options =>
        {
            options.Passwords.Breached.Online = true;
            configure?.Invoke(options.Passwords.Breached);
        });
        return this;
    }

    /// <summary>
    /// Has the host told of events: of one type, or with <see cref="AuthEvent"/> of all. It is told in the background, in the
    /// order in which they were raised, one at a time; each listener has a queue of its own (<see cref="EventOptions"/>). Where it
    /// throws, takes too long or its queue is full, that is logged, and no request notices. What waits when the process is
    /// killed is lost.
    /// </summary>
    /// <typeparam name="TEvent">The type.</typeparam>
    /// <param name="listener">Told the event, the services of a scope of its own, and what ends when it takes too long.</param>
    public AuthKitBuilder On<TEvent>(Func<TEvent, IServiceProvider, CancellationToken, Task> listener) where TEvent : AuthEvent
    {
        Services.AddSingleton<EventListener>(new EventListener<TEvent>(listener));
        return this;
    }
}
