using System.Security.Cryptography;
using System.Text;
using AuthKit.Databases;
using AuthKit.Grants;
using Microsoft.Extensions.Options;

namespace AuthKit.Proofs;

/// <summary>
/// Sees to it that a proof is used once (RFC 9449 §11.1). Where tokens are issued the store's primary key decides, for all nodes;
/// where they are presented each node remembers for itself, and asks the store when it has to remember more than it may.
/// </summary>
internal sealed class ProofReplays(HomeDatabase home, OneTimeSecrets secrets, IOptions<AuthKitOptions> options, TimeProvider time)
{
    private readonly Lock _lock = new();

    // What was used lately, and what was before that; together they cover the time in which a proof may come again.
    private HashSet<UInt128> _recent = [];
    private HashSet<UInt128> _former = [];
    private DateTimeOffset _since;

    /// <summary>Within this time a proof may come again, by its time or by its nonce's.</summary>
    private TimeSpan Window => (options.Value.OAuth.DPoP.ProofLifetime * DPoPNonces.Lifetimes) + DPoPProofs.ClockSkew;

    /// <summary>Whether nobody has used a proof before.</summary>
    /// <param name="proof">The proof.</param>
    /// <param name="anywhere">Whether at any node.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public async ValueTask<bool> UseAsync(DPoPProof proof, bool anywhere, CancellationToken cancellationToken)
    {
        var digest = SHA256.HashData(Encoding.UTF8.GetBytes($"{proof.Thumbprint}\n{proof.Id}"));
        if (!anywhere && UseHere(digest) is { } isFirst)
            return isFirst;
        var used = new NewGrant(GrantKind.DPoPProof, GrantKey.Of(digest), time.GetUtcNow() + Window);
        return await secrets.AddAsync(await home.GetAsync(cancellationToken), used, cancellationToken);
    }

    // Null where there is no more room: whoever fills it must not have others' proofs forgotten.
    private bool? UseHere(byte[] digest)
    {
        var key = new UInt128(BitConverter.ToUInt64(digest), BitConverter.ToUInt64(digest, sizeof(ulong)));
        var now = time.GetUtcNow();
        lock (_lock)
        {
            if (now - _since >= Window)
                (_former, _recent, _since) = (now - _since < 2 * Window ? _recent : [], [], now);
            if (_former.Contains(key) || _recent.Contains(key))
                return false;
            return _recent.Count < options.Value.MaxCacheEntries ? _recent.Add(key) : null;
        }
    }
}
