using AuthKit.AuthorizationServer.Clients;
using AuthKit.Databases;
using AuthKit.Features.EmailConfirmation;
using AuthKit.Features.MailedCodes;
using AuthKit.Mail;
using AuthKit.Tenants;

namespace AuthKit.Core.Tests.Outcomes;

/// <summary>What finds its way into a log by accident must have nothing to tell.</summary>
public sealed class SecretsTests
{
    private const string Secret = "hunter2-secret";

    private static readonly object[] Holders =
    [
        new Login("a@example.com", Secret, Client: new("id", Secret)),
        new Register("a@example.com", Secret),
        new Refresh(Secret),
        new ResetPassword(Secret, Secret),
        new ChangePassword(Secret, Secret, Secret),
        new TokenPair(Secret, default, 0, Secret, Secret, "", null),
        new PasswordReset(Secret),
        new TokenOwner(Secret, "a", default),
        new ClientCredentials("id", Secret),
        new ConfirmEmail(Secret),
        new RequestEmailChange(Secret, "a@example.com", Secret),
        new UndoEmailChange(Secret),
        new MailedCodeChallenge(Secret, 0),
        new SignInWithMailedCode(Secret, Secret),
        new CodeMailData("a@example.com", "", [], Secret),
        new DatabaseSelector(Secret, "SQLITE", true),
        new DatabaseRegistration("SQLITE", Secret),
        new Tenant("acme", new("SQLITE", Secret)),
        new AuthMail("a@example.com", "Reset", Secret),
        new AuthKit.Users.User { Id = Guid.Empty, Email = "a@example.com", PasswordHash = Secret, CreatedAt = default },
    ];

    [TestCaseSource(nameof(Holders))]
    public void Its_text_holds_no_secret(object holder) => Assert.That(holder.ToString(), Does.Not.Contain(Secret));
}
