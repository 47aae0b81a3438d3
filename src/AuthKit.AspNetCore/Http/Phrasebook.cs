using System.Collections.Immutable;
using System.Globalization;

namespace AuthKit.Http;

/// <summary>
/// A contract's statuses and sentences. It starts from <see cref="Default"/>, so that a contract lists only what its
/// document states. In a rule's sentence <c>{field}</c> stands for the field and <c>{limit}</c> for the bound.
/// </summary>
public sealed class Phrasebook
{
    private const string LimitInBytes = "The {field} may not be greater than {limit} bytes.";

    private readonly ImmutableDictionary<Fault, Phrase> _faults;
    private readonly ImmutableDictionary<(string Field, Rule Rule), string> _rules;
    private readonly ImmutableDictionary<string, string> _names;
    private readonly Spelling? _spelling;

    private Phrasebook(ImmutableDictionary<Fault, Phrase> faults, ImmutableDictionary<(string Field, Rule Rule), string> rules, ImmutableDictionary<string, string> names, Spelling? spelling = null) =>
        (_faults, _rules, _names, _spelling) = (faults, rules, names, spelling);

    /// <summary>What faults and rules say of themselves.</summary>
    public static Phrasebook Default { get; } = new Phrasebook(
            ImmutableDictionary<Fault, Phrase>.Empty,
            ImmutableDictionary<(string Field, Rule Rule), string>.Empty,
            ImmutableDictionary<string, string>.Empty)
        .On(Field.Password, Rule.TooLong, LimitInBytes)
        .On(Field.NewPassword, Rule.TooLong, LimitInBytes);

    /// <summary>Says a fault with another status and sentence.</summary>
    /// <param name="fault">The fault.</param>
    /// <param name="status">The HTTP status.</param>
    /// <param name="sentence">The sentence; null keeps the one there is.</param>
    /// <param name="field">The field on the wire to lay it on.</param>
    public Phrasebook On(Fault fault, int status, string? sentence = null, string? field = null) =>
        new(_faults.SetItem(fault, new(status, sentence ?? Of(fault).Sentence, field)), _rules, _names, _spelling);

    /// <summary>Says a fault with another sentence and the status there is.</summary>
    public Phrasebook On(Fault fault, string sentence) => On(fault, Of(fault).Status, sentence);

    /// <summary>Says a rule with another sentence.</summary>
    public Phrasebook On(Rule rule, string sentence) => On("", rule, sentence);

    /// <summary>Says a rule with another sentence where it is this field that breaks it.</summary>
    public Phrasebook On(string field, Rule rule, string sentence) => new(_faults, _rules.SetItem((field, rule), sentence), _names, _spelling);

    /// <summary>Gives a field of the library (<see cref="Field"/>) its name on the wire.</summary>
    public Phrasebook Named(string field, string wireName) => new(_faults, _rules, _names.SetItem(field, wireName), _spelling);

    /// <summary>The same for a feature's row, whose fields the contract's document does not name.</summary>
    internal Phrasebook Spelled(Spelling spelling) => new(_faults, _rules, ImmutableDictionary<string, string>.Empty, spelling);

    /// <summary>Puts a failure into the contract's words.</summary>
    public Reply Say(Failure failure)
    {
        var phrase = Of(failure.Fault);
        FieldError[] errors = [.. failure.BrokenRules.Select(Say)];
        if (phrase.Field is { } field && errors.Length == 0)
            errors = [new(field, phrase.Sentence)];
        var message = (failure.Fault.Is(Fault.Invalid) || failure.Fault.Is(Fault.InvalidClientMetadata)) && errors.Length > 0 ? errors[0].Sentence : phrase.Sentence;
        return new(phrase.Status, message) { Failure = failure, Errors = errors };
    }

    // What the contract says of the fault; else what it says of the one that stands in, in the fault's own words if it has any.
    private Phrase Of(Fault fault)
    {
        if (_faults.TryGetValue(fault, out var phrase))
            return phrase;
        if (fault.Like is not { } like)
            return new(fault.Status, fault.Sentence);
        return fault.Sentence == like.Sentence ? Of(like) : Of(like) with { Sentence = fault.Sentence };
    }

    private string Of(string field, Rule rule)
    {
        if (_rules.TryGetValue((field, rule), out var sentence) || _rules.TryGetValue(("", rule), out sentence))
            return sentence;
        return rule.Like is { } like && rule.Sentence == like.Sentence ? Of(field, like) : rule.Sentence;
    }

    private FieldError Say(BrokenRule broken)
    {
        var name = _names.GetValueOrDefault(broken.Field) ?? _spelling?.MemberOf(broken.Field) ?? broken.Field;
        return new(name, Of(broken.Field, broken.Rule)
            .Replace("{field}", name, StringComparison.Ordinal)
            .Replace("{limit}", broken.Limit?.ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal));
    }
}
