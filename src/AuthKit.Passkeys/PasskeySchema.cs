using AuthKit.Passkeys.Storage;
using AuthKit.Records;

namespace AuthKit.Passkeys;

/// <summary>The table of passkeys, in each database that accounts live in.</summary>
public static class PasskeySchema
{
    /// <summary>As this release keeps it.</summary>
    public static Schema Current { get; } = new("authkit_passkeys", 1, [PasskeyTable.Rows]);
}
