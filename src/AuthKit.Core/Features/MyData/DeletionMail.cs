using AuthKit.Grants;
using AuthKit.Mail;
using AuthKit.Tenants;
using AuthKit.Tokens;
using AuthKit.Users;
using Microsoft.Extensions.Options;

namespace AuthKit.Features.MyData;

/// <summary>What the owner of an account is told that is going to be erased, as it waits in the outbox.</summary>
/// <param name="Tenant">Where the account lives.</param>
/// <param name="UserId">The account.</param>
/// <param name="Mark">The deletion.</param>
/// <param name="Handle">The handle of the mailed token.</param>
/// <param name="Secret">Its secret.</param>
/// <param name="EraseAt">When the account is erased.</param>
internal sealed record DeletionMailData(string Tenant, Guid UserId, DeletionMark Mark, byte[] Handle, byte[] Secret, DateTimeOffset EraseAt)
{
    public override string ToString() => nameof(DeletionMailData);
}

/// <summary>Words the mail, and makes the grant that takes the deletion back. No limit of mails applies: it takes a session and a proof to cause one.</summary>
internal sealed class DeletionMail(UserDatabases databases, TenantRegistry tenants, OneTimeSecrets secrets, IOptions<AuthKitOptions> options) : IMailWriter
{
    public const string Name = "account-deletion";

    public string Kind => Name;

    public async Task<AuthMail?> WriteAsync(byte[] data, int attempt, CancellationToken cancellationToken)
    {
        var request = Outbox.Read<DeletionMailData>(data);
        if (!await tenants.KnowsAsync(request.Tenant, cancellationToken))
            return null;
        await using var database = await databases.OfAsync(request.Tenant, cancellationToken);
        if (await database.Users.FindByIdAsync(request.UserId, cancellationToken) is not { } user || !request.Mark.IsOf(user))
            return null;
        var token = new OpaqueToken(request.Tenant, request.Handle, request.Secret);
        // It is there already where this is not the first attempt.
        await secrets.AddAsync(database, new(GrantKind.AccountDeletionUndo, GrantKey.Of(token), request.EraseAt) { UserId = user.Id, Data = GrantData.Write(request.Mark) }, cancellationToken);
        var mail = options.Value.MyData.Texts.Deletion(user.Email, DeletionLinks.Of(options.Value, token), request.EraseAt);
        return request.Tenant == Tenant.Home ? mail : options.Value.Mail.ForTenant(mail, request.Tenant);
    }
}
