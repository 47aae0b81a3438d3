using AuthKit.Pages.Texts;

namespace AuthKit.Pages;

/// <summary>What is wrong with a field, in words.</summary>
internal static class FieldErrors
{
    public static IReadOnlyList<string> Of(Failure? failure, string field, PageTexts texts) =>
        [.. (failure?.BrokenRules ?? []).Where(broken => broken.Field == field).Select(texts.Of)];
}
