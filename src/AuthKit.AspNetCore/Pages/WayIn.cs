using AuthKit.Pages.Texts;

namespace AuthKit.Pages;

/// <summary>Another way to sign in, which the sign-in page leads to.</summary>
/// <param name="Path">The page, which is opened with <c>return_url</c>.</param>
/// <param name="Label">What the link says.</param>
internal sealed record WayIn(string Path, Func<PageTexts, string> Label);
