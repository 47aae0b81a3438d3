using System.Collections.Frozen;

namespace AuthKit.SqlServer;

/// <summary>By which errors the server says of itself, rather than of a statement, that something is wrong, or the driver that it has no server.</summary>
/// <remarks>Compiled into AuthKit.EntityFrameworkCore too, which knows the server but not the driver.</remarks>
internal static class UnavailableErrors
{
    /// <summary>Errors of this severity and above end the connection.</summary>
    public const byte Fatal = 20;

    public static FrozenSet<int> Numbers { get; } = new[]
    {
        -2, -1, 2, 11, 53, 64, 121, 232, 233, 258, 1225, 10053, 10054, 10060, 10061, 11001, // timed out, unreachable or cut off
        4060, 4064, 18451, 18452, 18456, 18461, 18486, 18487, 18488, // refused, or no such database
        596, 6005, 17142, 17148, 17187, 17197, // starting, stopping, or ended by an administrator
        921, 922, 923, 924, 926, 927, 945, 952, 954, 976, 978, 979, 983, 988, 3906, 3908, 5120, // a database that is not open for this
        701, 802, 1101, 1105, 1204, 8645, 8651, 8657, 9002, // out of memory, locks or disk
        10928, 10929, 10936, 40143, 40197, 40501, 40540, 40544, 40549, 40550, 40551, 40552, 40553, 40613, 42108, 42109, 49918, 49919, 49920, // Azure
        1222, 1205, // waited for a lock
    }.ToFrozenSet();
}
