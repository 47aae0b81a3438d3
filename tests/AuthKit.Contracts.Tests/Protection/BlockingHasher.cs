using AuthKit.Passwords;

namespace AuthKit.Contracts.Tests.Protection;

/// <summary>A hasher that does not come back until it is told to.</summary>
internal sealed class BlockingHasher : IPasswordHasher
{
    private readonly TaskCompletionSource _entered = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly ManualResetEventSlim _mayReturn = new();

    /// <summary>Whether it blocks yet.</summary>
    public bool Blocks { get; set; }

    /// <summary>When the first caller is in it.</summary>
    public Task Entered => _entered.Task.WaitAsync(TimeSpan.FromSeconds(10));

    public string Hash(string password)
    {
        Pass();
        return $"hash of {password.Length}";
    }

    public PasswordVerification Verify(string hash, string password)
    {
        Pass();
        return PasswordVerification.Failed;
    }

    public void Release() => _mayReturn.Set();

    private void Pass()
    {
        if (!Blocks)
            return;
        _entered.TrySetResult();
        _mayReturn.Wait(TimeSpan.FromSeconds(20));
    }
}
