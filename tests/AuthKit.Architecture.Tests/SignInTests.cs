using System.Reflection;
using System.Reflection.Emit;
using AuthKit.Architecture.Tests.Reading;

namespace AuthKit.Architecture.Tests;

/// <summary>No way in goes past the place where it is decided whether an account asks for a second factor.</summary>
public sealed class SignInTests
{
    private static readonly Type[] Core = [.. typeof(Command).Assembly.GetTypes()];

    [Test]
    public void Who_starts_a_session_is_the_completion_of_sign_ins_a_client_in_its_own_name_an_exchange_or_an_administrator() => Assert.That(
        CallersOf("SessionIssuer", "StartAsync"),
        Is.EquivalentTo(new[] { "SignInCompletion", "GrantClientCredentialsFlow", "ExchangeTokenFlow", "ImpersonateUserFlow" }));

    [Test]
    public void Who_reserves_a_session_has_a_browser_s_one() => Assert.That(
        CallersOf("SessionIssuer", "ReserveAsync"),
        Is.EquivalentTo(new[] { "AuthorizeFlow", "AuthorizationCodes", "DeviceCodes" }));

    [Test]
    public void Who_writes_a_session_is_one_of_two() => Assert.That(
        CallersOf("ISessionStore", "CreateAsync"),
        Is.EquivalentTo(new[] { "SessionIssuer", "BrowserSessions" }));

    [Test]
    public void A_browser_s_session_takes_a_sign_in_that_is_cleared() => Assert.That(
        Core.Single(type => type.Name == "BrowserSessions").GetMethod("StartAsync")!.GetParameters()[0].ParameterType.Name,
        Is.EqualTo("ClearedSignIn"));

    [Test]
    public void Nobody_clears_a_sign_in_but_the_policy() => Assert.That(CallersOf("ClearedSignIn", ".ctor"), Is.EquivalentTo(new[] { "SignInPolicy" }));

    [Test]
    public void A_second_factor_is_passed_where_it_was_verified() => Assert.That(CallersOf("SignInPolicy", "Cleared"), Is.EquivalentTo(new[] { "SignInPolicy", "SecondFactorVerification" }));

    private static IEnumerable<string> CallersOf(string type, string method) => Core
        .Where(caller => caller.DeclaredMethods().Any(declared => Calls(declared, type, method)))
        .Select(caller => Outermost(caller).Name)
        .Where(caller => caller != type || method != ".ctor")
        .Distinct();

    private static bool Calls(MethodBase caller, string type, string method) => Instructions.Of(caller)
        .Where(instruction => instruction.Kind is OperandType.InlineMethod)
        .Select(instruction => caller.Module.ResolveMember(instruction.Token, ArgumentsOf(caller.DeclaringType!), caller.IsGenericMethod ? caller.GetGenericArguments() : null))
        .Any(called => called?.Name == method && called.DeclaringType?.Name == type);

    private static Type[]? ArgumentsOf(Type type) => type.IsGenericType ? type.GetGenericArguments() : null;

    private static Type Outermost(Type type) => type.DeclaringType is { } outer ? Outermost(outer) : type;
}
