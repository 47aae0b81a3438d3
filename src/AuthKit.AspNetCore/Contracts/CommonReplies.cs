namespace AuthKit.Contracts;

/// <summary>What rows of several contracts write.</summary>
internal static class CommonReplies
{
    public static object? Nothing<T>(T result) => null;

    public static bool True<T>(T result) => true;
}
