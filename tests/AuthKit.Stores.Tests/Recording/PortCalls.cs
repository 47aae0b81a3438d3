using System.Reflection;
using AuthKit.Databases;
using AuthKit.Records;
using AuthKit.Sessions;

namespace AuthKit.Stores.Tests.Recording;

/// <summary>Every member of every port that stands on records, whatever ports come to be.</summary>
internal static class PortCalls
{
    /// <returns>For each member its name, and calls of it with what is optional and without.</returns>
    public static IEnumerable<(string Name, IEnumerable<Func<Task>> Calls)> On(IRecords records) => OfPorts(records).Append(("BoundSessions.RotateAsync", Rotations(records)));

    /// <summary>Makes all of them, and a sign of life.</summary>
    public static async Task MakeAsync(IDatabase database)
    {
        await database.PingAsync(default);
        foreach (var call in On(database.Records).SelectMany(static member => member.Calls))
            await call();
    }

    private static IEnumerable<(string Name, IEnumerable<Func<Task>> Calls)> OfPorts(IRecords records) =>
        from store in typeof(IRecords).Assembly.GetTypes()
        where store.GetConstructor([typeof(IRecords)]) is not null && !store.IsAssignableTo(typeof(IRecords))
        orderby store.Name
        let port = Activator.CreateInstance(store, records)
        from member in store.GetInterfaces() is [var promised] ? promised.GetMethods() : store.GetMethods(BindingFlags.Instance | BindingFlags.Public | BindingFlags.DeclaredOnly)
        select ($"{store.Name}.{member.Name}", new[] { true, false }.Select(optional => (Func<Task>)(() => CallAsync(port, member, optional))));

    private static IEnumerable<Func<Task>> Rotations(IRecords records) =>
        [() => records.RotateWithAccountAsync((SessionRotation)Argument.For(typeof(SessionRotation), optional: false)!, default)];

    private static Task CallAsync(object port, MethodInfo member, bool optional) =>
        (Task)member.Invoke(port, [.. member.GetParameters().Select(parameter => Argument.For(parameter.ParameterType, optional))])!;
}
