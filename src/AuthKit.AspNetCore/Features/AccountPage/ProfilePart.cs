using AuthKit.Pages.Parts;
using AuthKit.Pages.Texts;
using AuthKit.Users;

namespace AuthKit.Features.AccountPage;

/// <summary>What the account says of its owner.</summary>
internal sealed class ProfilePart() : AccountPart("profile")
{
    private const string Save = "save";

    public override string TitleOf(PageTexts texts) => texts.ProfileTitle;

    public override string LeadOf(PageTexts texts) => texts.ProfileLead;

    public override Task<Outcome<PartView>> ShowAsync(PartRequest request, CancellationToken cancellationToken)
    {
        var (user, texts) = (request.User, request.Texts);
        List<PartBlock> blocks = [new PartFact(texts.Email, user.Email)];
        if (user.UserName is { } userName)
            blocks.Add(new PartFact(texts.UserName, userName));
        blocks.Add(new PartFact(texts.ProfileSince, PartRequest.DayOf(user.CreatedAt)));
        blocks.Add(new PartForm(Save, texts.SaveButton)
        {
            Fields =
            [
                new(Field.Name, texts.FullName) { AutoComplete = "name", Value = user.Profile.Name, IsOptional = true },
                new(Field.GivenName, texts.GivenName) { AutoComplete = "given-name", Value = user.Profile.GivenName, IsOptional = true },
                new(Field.FamilyName, texts.FamilyName) { AutoComplete = "family-name", Value = user.Profile.FamilyName, IsOptional = true },
            ],
        });
        return Task.FromResult<Outcome<PartView>>(new PartView(blocks));
    }

    public override async Task<PartAnswer> ActAsync(string action, PartRequest request, CancellationToken cancellationToken)
    {
        if (action != Save)
            return await base.ActAsync(action, request, cancellationToken);
        // What was emptied is empty; what was never given stays so.
        var profile = request.User.Profile;
        var changes = new UserProfile
        {
            Name = Of(Field.Name, profile.Name),
            GivenName = Of(Field.GivenName, profile.GivenName),
            FamilyName = Of(Field.FamilyName, profile.FamilyName),
        };
        return PartAnswer.Of(await request.RunAsync(Flows.UpdateProfile, new(request.AccessToken, changes), cancellationToken));

        string? Of(string field, string? former) => request[field] ?? (former is null ? null : "");
    }

    public override string? DoneOf(string action, PageTexts texts) => action == Save ? texts.SavedText : null;
}
