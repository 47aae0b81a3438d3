using System.Buffers.Text;
using AuthKit.Mail;
using Microsoft.Extensions.Options;

namespace AuthKit.Features.MailedCodes;

/// <summary>A code for one account, as it waits in the outbox where an address has accounts in several databases.</summary>
/// <param name="Email">The account's address, as its owner wrote it.</param>
/// <param name="Tenant">Where the account lives.</param>
/// <param name="Handle">The request's handle.</param>
/// <param name="Code">The code.</param>
internal sealed record CodeMailData(string Email, string Tenant, byte[] Handle, string Code)
{
    /// <summary>Whether the code makes an account.</summary>
    public bool Registers { get; init; }

    /// <summary>Whether it takes a password away that was set before anybody had shown to own the address.</summary>
    public bool DropsPassword { get; init; }

    public override string ToString() => nameof(CodeMailData);
}

/// <summary>Words the mail with a code, and names the tenant whose account it is for.</summary>
internal sealed class CodeMailWriter(IOptions<AuthKitOptions> options) : IMailWriter
{
    public const string Name = "mailed-code";

    public string Kind => Name;

    public Task<AuthMail?> WriteAsync(byte[] data, int attempt, CancellationToken cancellationToken) =>
        Task.FromResult<AuthMail?>(Write(Outbox.Read<CodeMailData>(data)));

    public AuthMail Write(CodeMailData data)
    {
        var texts = options.Value.MailedCodes.Texts;
        var page = PageOf(options.Value) ?? throw new InvalidOperationException("AuthKitOptions.MailedCodes.Url is not set, and the issuer is no http address.");
        var link = MailedLink.To(page, ("request", Base64Url.EncodeToString(data.Handle)), ("code", data.Code));
        var mail = data.Registers ? texts.Register(data.Email, data.Code, link) : texts.SignIn(data.Email, data.Code, link);
        return options.Value.Mail.About(data.Tenant, data.DropsPassword ? texts.DropsPassword(mail) : mail);
    }

    /// <summary>The page that links lead to; null where the options name none.</summary>
    public static Uri? PageOf(AuthKitOptions options) => options.MailedCodes.Url ?? MailedLink.UnderIssuer(options, "mailed-code");
}
