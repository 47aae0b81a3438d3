namespace AuthKit.Sessions;

/// <summary>What is kept of the device that a session is on.</summary>
/// <param name="Label">A short name, as its program calls itself.</param>
/// <param name="Address">The address that it came from.</param>
internal sealed record SessionDevice(string? Label, string? Address)
{
    /// <summary>The most characters of a label.</summary>
    public const int MaxLabel = 128;

    /// <summary>The most characters of an address: one of IPv6, with its zone.</summary>
    public const int MaxAddress = 64;

    /// <summary>The most characters of the name that an owner gives a device.</summary>
    public const int MaxName = 64;
}
