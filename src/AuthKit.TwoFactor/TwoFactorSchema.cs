using AuthKit.Records;
using AuthKit.TwoFactor.Storage;

namespace AuthKit.TwoFactor;

/// <summary>The tables of authenticators, recovery codes and remembered devices, in each database that accounts live in.</summary>
public static class TwoFactorSchema
{
    /// <summary>As this release keeps them.</summary>
    public static Schema Current { get; } = new("authkit_two_factor", 1, [AuthenticatorTable.Rows, RecoveryCodeTable.Rows, TrustedDeviceTable.Rows]);
}
