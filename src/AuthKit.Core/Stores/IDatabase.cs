namespace AuthKit.Stores;

/// <summary>One database, opened: the ports on it.</summary>
public interface IDatabase : IAsyncDisposable
{
    /// <summary>Accounts.</summary>
    IUserStore Users { get; }

    /// <summary>External identities of accounts.</summary>
    IExternalLoginStore ExternalLogins { get; }

    /// <summary>Sessions.</summary>
    ISessionStore Sessions { get; }

    /// <summary>One-time secrets.</summary>
    IGrantStore Grants { get; }

    /// <summary>The key ring; used of the home database alone.</summary>
    IKeyStore Keys { get; }

    /// <summary>The directory of tenants; used of the home database alone.</summary>
    IDirectoryStore Directory { get; }

    /// <summary>The tenants that callers brought; used of the home database alone.</summary>
    ITenantStore Tenants { get; }

    /// <summary>The clients that registered themselves; used of the home database alone.</summary>
    IClientStore Clients { get; }

    /// <summary>What users have allowed clients.</summary>
    IConsentStore Consents { get; }

    /// <summary>Brings the schema up to date; does nothing where it is. Nodes may call it at once.</summary>
    Task MigrateAsync(CancellationToken cancellationToken);

    /// <summary>Whether the database answers.</summary>
    /// <exception cref="StoreUnavailableException">It does not.</exception>
    Task PingAsync(CancellationToken cancellationToken);
}
