using System.Text.Json;
using AuthKit.Databases;
using AuthKit.External;
using AuthKit.Mail;
using AuthKit.Users;
using Microsoft.Extensions.Options;

namespace AuthKit;

/// <summary>A notice to an account's owner, as it waits in the outbox.</summary>
/// <param name="UserId">The account.</param>
/// <param name="Provider">The provider of the identity that can sign in.</param>
internal sealed record ExternalLinkedMailData(Guid UserId, string Provider);

/// <summary>Words the mail that tells an account's owner of an external identity that can sign in from now on.</summary>
internal sealed class ExternalLinkedMail(HomeDatabase home, ProviderNames names, IOptions<AuthKitOptions> options) : IMailWriter
{
    public const string Name = "external-linked";

    public string Kind => Name;

    public async Task<AuthMail?> WriteAsync(byte[] data, int attempt, CancellationToken cancellationToken)
    {
        var notice = JsonSerializer.Deserialize<ExternalLinkedMailData>(data)!;
        await using var database = await home.GetAsync(cancellationToken);
        return await database.Users.FindByIdAsync(notice.UserId, cancellationToken) is { } user
            ? options.Value.Mail.ExternalLinked(user.Email, names.Of(notice.Provider))
            : null;
    }
}
