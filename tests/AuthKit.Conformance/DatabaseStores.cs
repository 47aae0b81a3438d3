using AuthKit.AuthorizationServer.Clients;
using AuthKit.AuthorizationServer.Consents;
using AuthKit.AuthorizationServer.Logouts;
using AuthKit.Databases;
using AuthKit.External;
using AuthKit.Grants;
using AuthKit.Hosting;
using AuthKit.Mail;
using AuthKit.Records;
using AuthKit.Sessions;
using AuthKit.Tenants;
using AuthKit.Tokens;
using AuthKit.Users;
using AuthKit.Users.Attempts;

namespace AuthKit.Conformance;

/// <summary>AuthKit's own ports on a database.</summary>
public static class DatabaseStores
{
    extension(IDatabase database)
    {
        /// <summary>Accounts.</summary>
        public IUserStore Users => new UserStore(database.Records);

        /// <summary>External identities of accounts.</summary>
        public IExternalLoginStore ExternalLogins => new ExternalLoginStore(database.Records);

        /// <summary>Sessions.</summary>
        public ISessionStore Sessions => new SessionStore(database.Records);

        /// <summary>One-time secrets.</summary>
        public IGrantStore Grants => new GrantStore(database.Records);

        /// <summary>The key ring.</summary>
        public IKeyStore Keys => new KeyStore(database.Records);

        /// <summary>The directory of tenants.</summary>
        public IDirectoryStore Directory => new DirectoryStore(database.Records);

        /// <summary>The tenants that callers brought.</summary>
        public ITenantStore Tenants => new TenantStore(database.Records);

        /// <summary>The clients that registered themselves.</summary>
        public IClientStore Clients => new ClientStore(database.Records);

        /// <summary>What users have allowed clients.</summary>
        public IConsentStore Consents => new ConsentStore(database.Records);

        /// <summary>Mail that waits to be sent.</summary>
        public IOutboxStore Outbox => new OutboxStore(database.Records);

        /// <summary>Logouts that clients have to be told.</summary>
        public ILogoutNoticeStore LogoutNotices => new LogoutNoticeStore(database.Records);

        /// <summary>Mail per address.</summary>
        public IMailRecipientStore MailRecipients => new MailRecipientStore(database.Records);

        /// <summary>Failed attempts of those who are no account.</summary>
        public IAttemptStore Attempts => new AttemptStore(database.Records);

        /// <summary>Brings AuthKit's own schema up to date.</summary>
        public Task MigrateAsync(CancellationToken cancellationToken) => database.MigrateAsync([AuthKitSchema.Current], cancellationToken);
    }
    extension(IRecords records)
    {
        /// <summary>The next secret of a session, and the account that the session is of.</summary>
        public Task<(RotationResult Rotation, User? Account)> RotateWithAccountAsync(SessionRotation rotation, CancellationToken cancellationToken) =>
            new SessionStore(records).RotateAsync(rotation, BoundSessions.Account, cancellationToken);
    }
}
