using AuthKit.Http;
using AuthKit.Pages;
using AuthKit.Pages.Parts;

namespace AuthKit.Features.EmailConfirmation;

/// <summary>Owners of accounts confirm their e-mail addresses by mailed links, and change them.</summary>
internal sealed class EmailConfirmationFeature() : Feature("email-confirmation")
{
    internal override IReadOnlyList<Page> Pages { get; } = [new ConfirmEmailPage(), new UndoEmailChangePage()];

    public override IReadOnlyList<AccountPart> AccountParts { get; } = [new EmailPart()];

    public override void Map(FeatureRoutes routes)
    {
        routes.Post("email/confirmation", EmailConfirmationFlows.Request, r => new(r["email"]));
        routes.Post("email/confirm", EmailConfirmationFlows.Confirm, r => new(r["token"]), ConfirmedEmail.Of);
        routes.Post("email/change", EmailConfirmationFlows.RequestChange, r => new(r.Bearer, r["email"], r.Optional("currentPassword")));
        routes.Post("email/undo-change", EmailConfirmationFlows.UndoChange, r => new(r["token"]));
    }
}

/// <summary>An address that was confirmed.</summary>
internal sealed record ConfirmedEmail(string Email)
{
    public static ConfirmedEmail Of(EmailConfirmed confirmed) => new(confirmed.Email);
}
