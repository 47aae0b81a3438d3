using System.Data.Common;
using System.Diagnostics.CodeAnalysis;

namespace AuthKit.MySql;

/// <summary>The driver that the application brings, bound at run time: an application has one already, and AuthKit does not choose for it.</summary>
internal static class MySqlDriver
{
    /// <exception cref="InvalidOperationException">The application references neither.</exception>
    public static DbProviderFactory Find() =>
        Instance(Type.GetType("MySqlConnector.MySqlConnectorFactory, MySqlConnector"))
        ?? Instance(Type.GetType("MySql.Data.MySqlClient.MySqlClientFactory, MySql.Data"))
        ?? throw Missing();

    public static DbProviderFactory? Instance([DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicFields)] Type? factory) =>
        factory?.GetField("Instance")?.GetValue(null) as DbProviderFactory;

    public static InvalidOperationException Missing() =>
        new("MySQL needs a driver: add the package MySqlConnector (or MySql.Data) to the application.");
}
