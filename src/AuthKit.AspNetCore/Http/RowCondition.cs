namespace AuthKit.Http;

/// <summary>The form field whose value chooses among the rows of one path, as <c>grant_type</c> does.</summary>
/// <param name="Field">The field.</param>
/// <param name="Value">Its value.</param>
public sealed record RowCondition(string Field, string Value);
