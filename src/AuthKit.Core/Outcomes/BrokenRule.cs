namespace AuthKit;

/// <summary>A field that breaks a rule.</summary>
/// <param name="Field">The field, in the library's own words (<see cref="AuthKit.Field"/>) or, where the edge found it, as on the wire.</param>
/// <param name="Rule">The rule.</param>
/// <param name="Limit">The bound of <see cref="Rule.TooShort"/> and <see cref="Rule.TooLong"/>, in characters.</param>
public sealed record BrokenRule(string Field, Rule Rule, int? Limit = null);
