namespace AuthKit.Pages.Texts;

/// <content>What is said of accounts that their owners have erased.</content>
public sealed partial record PageTexts
{
    /// <summary>The heading of the page where the deletion of an account is taken back.</summary>
    public string UndoDeletionTitle { get; init; } = "Keep your account";

    /// <summary>What that does.</summary>
    public string UndoDeletionLead { get; init; } = "Your account is not deleted, and you can sign in to it again.";

    /// <summary>The button that does it.</summary>
    public string UndoDeletionButton { get; init; } = "Keep my account";

    /// <summary>The heading once it is done.</summary>
    public string UndoDeletionDoneTitle { get; init; } = "Your account stays";

    /// <summary>What comes next then.</summary>
    public string UndoDeletionDoneText { get; init; } = "You can sign in again. If it was not you who had asked for the deletion, choose a new password first.";
}
