using AuthKit.Pages.Parts;
using AuthKit.Pages.Texts;

namespace AuthKit.Features.EmailConfirmation;

/// <summary>The address on the account page: confirmed, and changed.</summary>
internal sealed class EmailPart() : AccountPart("email")
{
    private const string Confirm = "confirm", Change = "change";

    public override string TitleOf(PageTexts texts) => texts.EmailTitle;

    public override string LeadOf(PageTexts texts) => texts.EmailLead;

    public override Task<Outcome<PartView>> ShowAsync(PartRequest request, CancellationToken cancellationToken)
    {
        var (user, texts) = (request.User, request.Texts);
        List<PartBlock> blocks = [new PartFact(texts.Email, user.Email), new PartFact(texts.EmailState, user.EmailVerified ? texts.Yes : texts.No)];
        if (!user.EmailVerified)
            blocks.Add(new PartForm(Confirm, texts.EmailConfirmAgain) { IsSecondary = true });
        PartField address = new(Field.Email, texts.EmailNew) { Type = "email", AutoComplete = "email" };
        PartField password = new(Field.CurrentPassword, texts.CurrentPassword) { Type = "password", AutoComplete = "current-password" };
        blocks.Add(new PartForm(Change, texts.ForgotPasswordButton)
        {
            Title = texts.EmailChangeTitle,
            Lead = texts.EmailChangeLead,
            Fields = user.PasswordHash is null ? [address] : [address, password],
        });
        return Task.FromResult<Outcome<PartView>>(new PartView(blocks));
    }

    public override async Task<PartAnswer> ActAsync(string action, PartRequest request, CancellationToken cancellationToken) => action switch
    {
        Confirm => PartAnswer.Of(await request.RunAsync(EmailConfirmationFlows.Request, new(request.User.Email), cancellationToken)),
        Change => PartAnswer.Of(await request.RunAsync(EmailConfirmationFlows.RequestChange, new(request.AccessToken, request[Field.Email], request[Field.CurrentPassword]), cancellationToken)),
        _ => await base.ActAsync(action, request, cancellationToken),
    };

    public override string? DoneOf(string action, PageTexts texts) => action switch
    {
        Confirm => texts.EmailConfirmSent,
        Change => texts.EmailChangeSent,
        _ => null,
    };

    public override string? FailureOf(Fault fault, PageTexts texts) => fault.Is(Fault.WrongPassword) ? texts.WrongPassword : null;

    public override string? FieldOf(Fault fault) => fault.Is(Fault.WrongPassword) ? Field.CurrentPassword : null;
}
