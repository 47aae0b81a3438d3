using System.Collections.Frozen;
using System.Data.Common;
using MySqlConnector;

namespace AuthKit.MySql;

/// <summary>The server's error codes.</summary>
internal static class MySqlError
{
    public const int DuplicateColumn = 1060;
    public const int DuplicateIndex = 1061;
    public const int MissingIndex = 1091;
    public const int DuplicateKey = 1062;
    public const int Deadlock = 1213;

    private static readonly FrozenSet<int> Unavailable = new[]
    {
        1040, 1203, 1226, // too many connections
        1042, 1043, 1129, 1130, 2002, 2003, 2005, // unreachable, or not for this host
        1044, 1045, 1049, 1524, 1698, 1820, 3118, // refused, or no such database
        1053, 1077, 1079, 1080, 1152, 1158, 1159, 1160, 1161, 1184, 1927, 2006, 2013, 2055, 4031, // going down, or cut off
        1021, 1037, 1041, 1114, // out of disk or memory
        1205, 1317, 1969, 3024, Deadlock, // waited or ran too long
        1290, 1792, 1836, // read-only
    }.ToFrozenSet();

    public static int CodeOf(Exception exception) => (exception as MySqlException)?.Number ?? 0;

    /// <summary>Whether the server says of itself, rather than of the statement, that something is wrong, or the driver that it has no server.</summary>
    public static bool SaysUnavailable(Exception? exception)
    {
        // The driver wraps what the server said; what no server said has no code.
        for (; exception is DbException; exception = exception.InnerException)
        {
            if (CodeOf(exception) is var code && (code <= 0 || Unavailable.Contains(code)))
                return true;
        }

        return false;
    }
}
