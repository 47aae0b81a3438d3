using System.Runtime.CompilerServices;
using System.Text.Json;
using AuthKit.Databases;
using AuthKit.External;
using AuthKit.Records;
using AuthKit.Tenants;
using AuthKit.Users;

namespace AuthKit.Features.Import;

internal sealed class AccountExporter(UserDatabases databases, TenantRegistry tenants) : IAccountExport
{
    private const int PageSize = 500;

    public async IAsyncEnumerable<ImportedAccount> ReadAsync(AccountExport export, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        if (!await tenants.KnowsAsync(export.Tenant, cancellationToken))
            throw new InvalidOperationException("There is no such tenant.");
        await using var database = await databases.OfAsync(export.Tenant, cancellationToken);
        var records = database.Port<IRecords>(static records => records);
        Condition[] behind = [];
        while (await records.ListAsync(UserTable.Rows, behind, orderBy: UserTable.Id, PageSize, cancellationToken) is { Count: > 0 } page)
        {
            foreach (var user in page.Where(static user => user.EraseAt is null))
            {
                // Providers open no tenant's accounts.
                var logins = export.Tenant == Tenant.Home ? await database.ExternalLogins.ListAsync(user.Id, cancellationToken) : [];
                yield return Of(user, logins, export);
            }

            behind = [UserTable.Id.After(page[^1].Id)];
        }
    }

    public async Task<long> WriteAsync(AccountExport export, Stream output, CancellationToken cancellationToken)
    {
        var count = 0L;
        await using var writer = new Utf8JsonWriter(output);
        await foreach (var account in ReadAsync(export, cancellationToken))
        {
            Write(writer, account);
            await writer.FlushAsync(cancellationToken);
            await output.WriteAsync("\n"u8.ToArray(), cancellationToken);
            writer.Reset();
            count++;
        }

        return count;
    }

    private static ImportedAccount Of(User user, IReadOnlyList<ExternalLoginRecord> logins, AccountExport export) => new(user.Id.ToString())
    {
        Email = user.Email,
        EmailVerified = user.EmailVerified,
        UserName = user.UserName,
        PasswordHash = export.PasswordHashes ? user.PasswordHash : null,
        Profile = user.Profile,
        CreatedAt = user.CreatedAt,
        Disabled = user.DisabledAt is not null,
        ExternalIdentities = [.. logins.OrderBy(static login => login.CreatedAt).Select(static login => login.Login)],
    };

    private static void Write(Utf8JsonWriter writer, ImportedAccount account)
    {
        writer.WriteStartObject();
        writer.WriteString("id", account.SourceId);
        writer.WriteString("email", account.Email);
        writer.WriteBoolean("emailVerified", account.EmailVerified);
        WriteText(writer, "userName", account.UserName);
        WriteText(writer, "passwordHash", account.PasswordHash);
        WriteText(writer, "name", account.Profile.Name);
        WriteText(writer, "givenName", account.Profile.GivenName);
        WriteText(writer, "familyName", account.Profile.FamilyName);
        WriteText(writer, "phoneNumber", account.Profile.PhoneNumber);
        WriteText(writer, "address", account.Profile.Address);
        WriteText(writer, "contactEmail", account.Profile.ContactEmail);
        if (account.CreatedAt is { } created)
            writer.WriteString("createdAt", created.UtcDateTime);
        if (account.Disabled)
            writer.WriteBoolean("disabled", true);
        if (account.ExternalIdentities.Count > 0)
            WriteLogins(writer, account.ExternalIdentities);
        writer.WriteEndObject();
    }

    private static void WriteLogins(Utf8JsonWriter writer, IReadOnlyList<ExternalLogin> logins)
    {
        writer.WriteStartArray("externalIdentities");
        foreach (var login in logins)
        {
            writer.WriteStartObject();
            writer.WriteString("provider", login.Provider);
            writer.WriteString("subject", login.Subject);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
    }

    private static void WriteText(Utf8JsonWriter writer, string name, string? value)
    {
        if (value is not null)
            writer.WriteString(name, value);
    }
}
