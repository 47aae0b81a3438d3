using AuthKit.Mail;
using AuthKit.Tenants;
using Microsoft.Extensions.Options;

namespace AuthKit;

/// <summary>A reset's link, as it waits in the outbox where an address has accounts in several databases.</summary>
/// <param name="Email">The account's address, as its owner wrote it.</param>
/// <param name="Tenant">The tenant that the account lives in, or <see cref="Tenant.Home"/>.</param>
/// <param name="Token">The token, which resets this account alone.</param>
internal sealed record ResetLinkMailData(string Email, string Tenant, string Token)
{
    public override string ToString() => nameof(ResetLinkMailData);
}

/// <summary>Words the mail with a reset's link, and names the tenant whose account it is for.</summary>
internal sealed class ResetLinkMail(ResetLink link, IOptions<AuthKitOptions> options) : IMailWriter
{
    public const string Name = "password-reset-link";

    public string Kind => Name;

    public Task<AuthMail?> WriteAsync(byte[] data, int attempt, CancellationToken cancellationToken) =>
        Task.FromResult<AuthMail?>(Write(Outbox.Read<ResetLinkMailData>(data)));

    public AuthMail Write(ResetLinkMailData data)
    {
        var settings = options.Value.Mail;
        return settings.About(data.Tenant, settings.PasswordReset(data.Email, link.For(data.Token, data.Email)));
    }
}
