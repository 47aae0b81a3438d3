using AuthKit.Passwords;

namespace AuthKit.Contracts.Tests.Protection;

/// <summary>A hasher that counts how often a person's own hash was looked at, and stops in it where it is told to.</summary>
internal sealed class CountingHasher : IPasswordHasher
{
    private readonly TaskCompletionSource _entered = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly ManualResetEventSlim _mayReturn = new();
    private int _comparisons;
    private int _looks;

    /// <summary>How often a password was compared at all, with nobody's hash among them.</summary>
    public int Comparisons => Volatile.Read(ref _comparisons);

    /// <summary>How many passwords were compared with the hash of somebody's.</summary>
    public int Looks => Volatile.Read(ref _looks);

    /// <summary>Whether whoever looks has to wait for <see cref="Release"/>.</summary>
    public bool Blocks { get; set; }

    /// <summary>When the first caller looks.</summary>
    public Task Entered => _entered.Task.WaitAsync(TimeSpan.FromSeconds(20));

    public void Release() => _mayReturn.Set();

    public string Hash(string password) => $"hash of {password}";

    public PasswordVerification Verify(string hash, string password)
    {
        Interlocked.Increment(ref _comparisons);
        // What an unknown name's password is compared with is the hash of a GUID.
        if (Guid.TryParse(hash["hash of ".Length..], out _))
            return PasswordVerification.Failed;
        Interlocked.Increment(ref _looks);
        _entered.TrySetResult();
        if (Blocks)
            _mayReturn.Wait(TimeSpan.FromSeconds(30));
        return hash == Hash(password) ? PasswordVerification.Succeeded : PasswordVerification.Failed;
    }
}
