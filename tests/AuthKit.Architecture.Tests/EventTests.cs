using System.Reflection;
using System.Text.RegularExpressions;
using AuthKit.Architecture.Tests.Reading;
using AuthKit.Events;
using Microsoft.Extensions.Logging;

namespace AuthKit.Architecture.Tests;

/// <summary>docs/events.md says what the code does.</summary>
public sealed partial class EventTests
{
    private static readonly string Page = File.ReadAllText(Path.Combine(House.Root, "docs", "events.md"));

    private static readonly string Code = string.Join('\n', House.Sources().Select(File.ReadAllText));

    private static Type[] Events { get; } = [.. House.Types.Where(type => type.IsSubclassOf(typeof(AuthEvent)))];

    [Test]
    public void Each_event_is_a_sealed_record() => Assert.That(Events.Where(type => !type.IsSealed), Is.Empty);

    [Test]
    public void Each_event_has_a_row_with_its_members_its_log_entry_and_its_counter() => Assert.That(
        EventRow().Matches(Page).Select(row => row.Groups["event"].Value + row.Groups["rest"].Value),
        Is.EquivalentTo(Events.Select(type => $"{type.Name} | {Members(type)} | {Entry(type)} | `{Counter(type)}` |")));

    [Test]
    public void Each_other_log_entry_has_a_row() => Assert.That(
        EntryRow().Matches(Page).Select(row => row.Value),
        Is.EquivalentTo(Messages.Where(logged => !Events.Any(type => IsOf(type, logged.Method))).Select(logged => $"| {logged.Message.EventId} | {logged.Message.Level} |")));

    [Test]
    public void Each_instrument_has_a_row() => Assert.That(
        InstrumentRow().Matches(Page).Select(row => row.Groups["name"].Value),
        Is.EquivalentTo(Instrument().Matches(Code).Select(created => created.Groups["name"].Value)));

    [Test]
    public void Each_event_is_raised() =>
        Assert.That(Events.Where(type => !Code.Contains($"new {type.Name}", StringComparison.Ordinal)), Is.Empty);

    [Test]
    public void No_event_has_a_member_for_what_somebody_typed_or_keeps_secret() => Assert.That(
        Events.SelectMany(type => type.GetProperties()).Select(property => property.Name).Distinct()
            .Where(name => new[] { "Email", "UserName", "Identifier", "Password", "Secret", "Token", "Code", "ConnectionString" }.Contains(name)),
        Is.Empty);

    [Test]
    public void There_are_events() => Assert.That(Events, Has.Length.GreaterThan(30));

    private static IEnumerable<(MethodInfo Method, LoggerMessageAttribute Message)> Messages =>
        from type in House.Types
        from method in type.GetMethods(BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly)
        let message = method.GetCustomAttribute<LoggerMessageAttribute>()
        where message is not null
        select (method, message);

    private static string Members(Type type) => string.Join(", ", type.GetProperties(BindingFlags.Instance | BindingFlags.Public | BindingFlags.DeclaredOnly).Select(property => $"`{property.Name}`"));

    private static string Entry(Type type)
    {
        var (_, message) = Messages.Single(logged => IsOf(type, logged.Method));
        return $"{message.EventId} {message.Level}";
    }

    private static bool IsOf(Type type, MethodInfo method) => method.Name == type.Name && method.DeclaringType!.Namespace == type.Namespace;

    private static string Counter(Type type) => type == typeof(SignedIn) || type == typeof(SignInFailed) ? "authkit.sign_ins" : "authkit.events";

    [GeneratedRegex(@"^\| `(?<event>\w+)` \| [^|]+(?<rest> \| [^|]* \| \d+ \w+ \| `[\w.]+` \|)$", RegexOptions.Multiline)]
    private static partial Regex EventRow();

    [GeneratedRegex(@"^\| \d{4} \| \w+ \|", RegexOptions.Multiline)]
    private static partial Regex EntryRow();

    [GeneratedRegex(@"^\| `(?<name>authkit[\w.]+)` \|", RegexOptions.Multiline)]
    private static partial Regex InstrumentRow();

    [GeneratedRegex(@"\.Create(Counter|Histogram|UpDownCounter|Gauge|Observable\w+)(<\w+>)?\(""(?<name>[\w.]+)""")]
    private static partial Regex Instrument();
}
