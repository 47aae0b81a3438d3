using System.Reflection;
using System.Runtime.CompilerServices;
using AuthKit.Architecture.Tests.Reading;
using Microsoft.AspNetCore.Http;

namespace AuthKit.Architecture.Tests;

/// <summary>Names say what a thing is.</summary>
public sealed class NamingTests
{
    private static readonly string[] Vague = ["Manager", "Helper", "Helpers", "Util", "Utils", "Utility", "Utilities", "Base"];

    private static IEnumerable<string> Projects => House.Projects;

    [TestCaseSource(nameof(Projects))]
    public void No_type_has_a_name_that_says_nothing(string project) =>
        Assert.That(Types(project).Where(type => Vague.Any(type.Name.Split('`')[0].EndsWith)), Is.Empty);

    [TestCaseSource(nameof(Projects))]
    public void An_asynchronous_method_ends_in_Async(string project) =>
        Assert.That(Asynchronous(project).Where(method => !method.Name.EndsWith("Async", StringComparison.Ordinal)).Select(Named), Is.Empty);

    [TestCaseSource(nameof(Projects))]
    public void An_asynchronous_method_can_be_cancelled(string project) =>
        Assert.That(Asynchronous(project).Where(method => !CanBeCancelled(method)).Select(Named), Is.Empty,
            "A CancellationToken comes last, unless the request itself is a parameter.");

    private static IEnumerable<Type> Types(string project) => House.Load(project).GetTypes().Where(type => !type.IsGenerated);

    // What is private is its type's own affair, and the shape of what is overridden or implemented is another's.
    private static IEnumerable<MethodInfo> Asynchronous(string project) =>
        from type in Types(project)
        where !type.IsSubclassOf(typeof(Delegate))
        from method in type.DeclaredMethods().OfType<MethodInfo>()
        where !method.IsPrivate && !method.IsSpecialName && !method.IsDefined(typeof(CompilerGeneratedAttribute))
        where IsAwaitable(method.ReturnType) && method.GetBaseDefinition() == method && !ImplementsForeignInterface(method)
        select method;

    private static bool IsAwaitable(Type type) => (type.IsGenericType ? type.GetGenericTypeDefinition() : type) is var open
        && (open == typeof(Task) || open == typeof(Task<>) || open == typeof(ValueTask) || open == typeof(ValueTask<>) || open == typeof(IAsyncEnumerable<>));

    private static bool ImplementsForeignInterface(MethodInfo method) =>
        !method.DeclaringType!.IsInterface && method.DeclaringType.GetInterfaces()
            .Where(implemented => !House.Projects.Contains(implemented.Assembly.GetName().Name!))
            .Any(implemented => method.DeclaringType.GetInterfaceMap(implemented).TargetMethods.Contains(method));

    private static bool CanBeCancelled(MethodInfo method) => method.GetParameters() is { Length: > 0 } parameters
        && (parameters[^1].ParameterType == typeof(CancellationToken)
            || parameters.Any(parameter => parameter.ParameterType == typeof(HttpContext) || parameter.ParameterType == typeof(HttpResponse)));

    private static string Named(MethodInfo method) => $"{method.DeclaringType}.{method.Name}";
}
