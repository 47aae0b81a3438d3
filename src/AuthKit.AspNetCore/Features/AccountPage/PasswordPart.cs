using AuthKit.Pages.Parts;
using AuthKit.Pages.Passwords;
using AuthKit.Pages.Texts;

namespace AuthKit.Features.AccountPage;

/// <summary>Another password. The one in force is the proof that is asked for.</summary>
internal sealed class PasswordPart() : AccountPart("password")
{
    private const string Change = "change";

    public override string TitleOf(PageTexts texts) => texts.PasswordTitle;

    public override string LeadOf(PageTexts texts) => texts.PasswordLead;

    public override Task<Outcome<PartView>> ShowAsync(PartRequest request, CancellationToken cancellationToken)
    {
        var texts = request.Texts;
        return Task.FromResult<Outcome<PartView>>(request.User.PasswordHash is null
            ? new PartView(new PartText(texts.PasswordNone), new PartLink(PasswordPages.Forgot, texts.PasswordNoneLink))
            : new PartView(new PartForm(Change, texts.ResetPasswordButton)
            {
                Fields =
                [
                    new(Field.CurrentPassword, texts.CurrentPassword) { Type = "password", AutoComplete = "current-password" },
                    new(Field.NewPassword, texts.NewPassword) { Type = "password", AutoComplete = "new-password" },
                ],
            }));
    }

    public override async Task<PartAnswer> ActAsync(string action, PartRequest request, CancellationToken cancellationToken)
    {
        if (action != Change)
            return await base.ActAsync(action, request, cancellationToken);
        var changing = await request.RunAsync(Flows.ChangePassword, new(request.AccessToken, request[Field.CurrentPassword], request[Field.NewPassword]), cancellationToken);
        return PartAnswer.Of(changing);
    }

    public override string? DoneOf(string action, PageTexts texts) => action == Change ? texts.PasswordChangedText : null;

    public override string? FailureOf(Fault fault, PageTexts texts) => fault.Is(Fault.WrongPassword) ? texts.WrongPassword : null;

    public override string? FieldOf(Fault fault) => fault.Is(Fault.WrongPassword) ? Field.CurrentPassword : null;
}
