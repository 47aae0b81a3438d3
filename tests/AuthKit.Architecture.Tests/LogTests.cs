using System.Reflection;
using System.Text.RegularExpressions;
using AuthKit.Architecture.Tests.Reading;
using Microsoft.Extensions.Logging;

namespace AuthKit.Architecture.Tests;

/// <summary>What is logged, over the whole library: one id for each message, one file for each room.</summary>
public sealed partial class LogTests
{
    private static (MethodInfo Method, LoggerMessageAttribute Message)[] Messages { get; } =
    [
        .. from type in House.Types
           from method in type.GetMethods(BindingFlags.Static | BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly)
           let message = method.GetCustomAttribute<LoggerMessageAttribute>()
           where message is not null
           select (method, message),
    ];

    [Test]
    public void No_two_messages_have_one_id() =>
        Assert.That(Messages.GroupBy(logged => logged.Message.EventId).Where(group => group.Count() > 1).SelectMany(group => group).Select(Named), Is.Empty);

    [Test]
    public void Each_message_has_an_id_of_the_library_s() => Assert.That(Messages.Where(logged => logged.Message.EventId is < 1000 or > 1999).Select(Named), Is.Empty);

    [Test]
    public void The_messages_of_a_room_lie_in_one_file()
    {
        var several = Messages.Select(logged => logged.Method.DeclaringType!).Distinct().GroupBy(type => (type.Assembly, type.Namespace)).Where(group => group.Count() > 1);
        Assert.That(several.SelectMany(group => group), Is.Empty);
    }

    [Test]
    public void Nothing_is_logged_but_by_a_message_with_an_id() =>
        Assert.That(House.Sources().Where(file => OtherLogging().IsMatch(File.ReadAllText(file))).Select(House.Relative), Is.Empty);

    [Test]
    public void There_are_messages() => Assert.That(Messages, Has.Length.GreaterThan(40));

    private static string Named((MethodInfo Method, LoggerMessageAttribute Message) logged) => $"{logged.Message.EventId} {logged.Method.DeclaringType}.{logged.Method.Name}";

    [GeneratedRegex(@"\.Log(Trace|Debug|Information|Warning|Error|Critical)?\((LogLevel|\$?""|e,|exception,)")]
    private static partial Regex OtherLogging();
}
