namespace AuthKit.CommandLine;

/// <summary>How a command ends.</summary>
public static class ConsoleExit
{
    /// <summary>It has done all that was asked for.</summary>
    public const int Done = 0;

    /// <summary>It has done part of it, and said what it has not.</summary>
    public const int Partly = 1;

    /// <summary>What stands behind its name is not what it takes; nothing was done.</summary>
    public const int Usage = 2;

    /// <summary>It could not do it: the database cannot be reached, a setting is wrong, or it was ended.</summary>
    public const int Failed = 3;
}
