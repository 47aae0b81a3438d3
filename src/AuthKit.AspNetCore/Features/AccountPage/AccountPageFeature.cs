using AuthKit.Pages;
using AuthKit.Pages.Parts;

namespace AuthKit.Features.AccountPage;

/// <summary>Owners see to their accounts themselves.</summary>
internal sealed class AccountPageFeature() : Feature("account-page")
{
    internal override IReadOnlyList<Page> Pages { get; } = [new MyAccountPage()];

    public override IReadOnlyList<AccountPart> AccountParts { get; } = [new ProfilePart(), new PasswordPart()];
}
