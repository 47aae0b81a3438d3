using AuthKit.Passwords;
using Microsoft.Extensions.DependencyInjection;

namespace AuthKit.Contracts.Tests.Sessions;

/// <summary>A hasher that can hold a password's verification back: a sign-in that has read the account and is not through.</summary>
internal sealed class HeldHasher : IPasswordHasher
{
    private readonly SemaphoreSlim _entered = new(0);
    private readonly ManualResetEventSlim _mayReturn = new();

    /// <summary>The password that is held back, from now on.</summary>
    public string? Holds { get; set; }

    /// <summary>The host's hasher from now on, with room for those that are held.</summary>
    public void Register(IServiceCollection services) => services
        .AddSingleton<IPasswordHasher>(this)
        .Configure<AuthKitOptions>(options => options.Passwords.MaxConcurrentHashes = 16);

    /// <summary>When this many more callers are held.</summary>
    public async Task EnteredAsync(int callers)
    {
        for (var i = 0; i < callers; i++)
            Assert.That(await _entered.WaitAsync(TimeSpan.FromSeconds(20)), Is.True, "Nobody came.");
    }

    public void Release() => _mayReturn.Set();

    public string Hash(string password) => $"hash of {password}";

    public PasswordVerification Verify(string hash, string password)
    {
        if (password == Holds)
        {
            _entered.Release();
            _mayReturn.Wait(TimeSpan.FromSeconds(30));
        }

        return hash == Hash(password) ? PasswordVerification.Succeeded : PasswordVerification.Failed;
    }
}
