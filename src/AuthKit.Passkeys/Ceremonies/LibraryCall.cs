namespace AuthKit.Passkeys.Ceremonies;

/// <summary>
/// Calls of what reads and verifies, the library before all. What it objects to it throws, and what its decoders and the platform's cryptography
/// object to they throw as they please: casts, formats, keys that are none. All of it is the sender's doing.
/// </summary>
internal static class LibraryCall
{
    /// <returns>What it gives; null where it throws.</returns>
    public static T? Try<T>(Func<T?> call) where T : class
    {
        try
        {
            return call();
        }
        catch (Exception)
        {
            return null;
        }
    }

    /// <inheritdoc cref="Try"/>
    public static async Task<T?> TryAsync<T>(Func<Task<T>> call, CancellationToken cancellationToken) where T : class
    {
        try
        {
            return await call();
        }
        catch (Exception) when (!cancellationToken.IsCancellationRequested)
        {
            return null;
        }
    }
}
