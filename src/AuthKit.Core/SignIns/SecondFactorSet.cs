using AuthKit.Users;

namespace AuthKit.SignIns;

/// <summary>The second factors that the host offers.</summary>
internal sealed class SecondFactorSet(IEnumerable<ISecondFactor> factors)
{
    private readonly ISecondFactor[] _factors = [.. factors];

    /// <summary>Whether there are none, so that no sign-in asks for one.</summary>
    public bool IsEmpty => _factors.Length == 0;

    public ISecondFactor? Find(string method) => Array.Find(_factors, factor => factor.Method == method);

    /// <summary>Those that an account has.</summary>
    public async ValueTask<string[]> OfAsync(Account account, CancellationToken cancellationToken)
    {
        List<string> has = [];
        foreach (var factor in _factors)
        {
            if (await factor.IsSetUpAsync(account, cancellationToken))
                has.Add(factor.Method);
        }

        return [.. has];
    }
}
