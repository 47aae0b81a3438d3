using AuthKit.External;
using AuthKit.Mail;
using AuthKit.Tenants;
using AuthKit.Users;
using Microsoft.Extensions.Options;

namespace AuthKit.Notices;

/// <summary>A notice as it waits in the outbox: whose it is, and not yet to which address it goes.</summary>
/// <param name="Kind">What was done.</param>
/// <param name="Tenant">Where the account lives.</param>
/// <param name="UserId">The account.</param>
/// <param name="Time">When it was done.</param>
/// <param name="Provider">The provider, where it has to do with one.</param>
internal sealed record NoticeData(NoticeKind Kind, string Tenant, Guid UserId, DateTimeOffset Time, string? Provider)
{
    /// <summary>The device, where it has to do with one.</summary>
    public string? Device { get; init; }

    /// <summary>The address that it came from.</summary>
    public string? Address { get; init; }
}

/// <summary>Words notices for the address that the account has when they are sent.</summary>
internal sealed class NoticeMail(UserDatabases databases, TenantRegistry tenants, ProviderNames providers, IOptions<AuthKitOptions> options) : IMailWriter
{
    public const string Name = "notice";

    private static readonly TimeSpan Beginning = TimeSpan.FromMinutes(10);

    public string Kind => Name;

    public async Task<AuthMail?> WriteAsync(byte[] data, int attempt, CancellationToken cancellationToken)
    {
        var notice = Outbox.Read<NoticeData>(data);
        if (!await tenants.KnowsAsync(notice.Tenant, cancellationToken))
            return null;
        await using var database = await databases.OfAsync(notice.Tenant, cancellationToken);
        if (await database.Users.FindByIdAsync(notice.UserId, cancellationToken) is not { } user || IsFirst(notice, user))
            return null;
        return options.Value.Mail.Notices.Word(new(user.Email, notice.Kind, notice.Time, notice.Provider is { } provider ? providers.Of(provider) : null) { Device = notice.Device, Address = notice.Address });
    }

    // Whoever has just made the account knows that they sign in.
    private static bool IsFirst(NoticeData notice, User user) => notice.Kind is NoticeKind.NewDevice && notice.Time - user.CreatedAt < Beginning;
}
