using System.Reflection;
using AuthKit.Contracts.Tests.Outages;
using AuthKit.Databases;
using AuthKit.Records;
using AuthKit.Sessions;
using AuthKit.Users;
using Microsoft.Extensions.DependencyInjection;

namespace AuthKit.Contracts.Tests.Sessions;

/// <summary>The store that a host uses, with somebody in front who hears of every call before it is made, and may fail or delay it.</summary>
internal static class WatchedStore
{
    public static void Watch(AuthKitBuilder builder, Action<MethodInfo> onCall)
    {
        var used = builder.Services.Last(service => service.ServiceType == typeof(IStoreProvider));
        builder.Services.Remove(used);
        builder.Services.AddSingleton<IStoreProvider>(provider =>
            new BreakableStore((IStoreProvider)ActivatorUtilities.CreateInstance(provider, used.ImplementationType!)) { OnCall = onCall });
    }

    public static bool AddsSession(MethodInfo call) => call.Name == nameof(IRecords.InsertAsync) && OfSessions(call);

    public static bool ChangesSessions(MethodInfo call) => call.Name == nameof(IRecords.UpdateAsync) && OfSessions(call);

    public static bool FindsUser(MethodInfo call) => call.Name == nameof(IRecords.FindAsync) && Of<User>(call);

    private static bool OfSessions(MethodInfo call) => Of<Session>(call);

    private static bool Of<TRecord>(MethodInfo call) => call.GetGenericArguments() is [var record, ..] && record == typeof(TRecord);
}
