namespace AuthKit.EntityFrameworkCore.Model;

/// <summary>A step of AuthKit's schema that the database has taken; a migration that changes AuthKit's tables adds one.</summary>
/// <param name="Version">The version that the step leads to.</param>
public sealed record SchemaStep(int Version)
{
    /// <summary>The version that this release works with.</summary>
    public static int Current => 3;
}
