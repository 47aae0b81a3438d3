using AuthKit.Stores;

namespace AuthKit.Conformance.InMemory;

internal sealed class InMemoryConsents : IConsentStore
{
    private readonly Rows<Consent> _consents = new();

    private sealed record Consent(Guid UserId, string ClientId, string Scope);

    public async Task AddAsync(Guid userId, string clientId, IReadOnlyList<string> scopes, DateTimeOffset now, CancellationToken cancellationToken)
    {
        foreach (var consent in scopes.Select(scope => new Consent(userId, clientId, scope)))
            await _consents.TryAddAsync(consent, other => other == consent, cancellationToken);
    }

    public Task<IReadOnlyList<string>> FindAsync(Guid userId, string clientId, CancellationToken cancellationToken) => _consents.DoAsync<IReadOnlyList<string>>(
        consents => [.. consents.Where(consent => consent.UserId == userId && consent.ClientId == clientId).Select(consent => consent.Scope)],
        cancellationToken);

    public Task RemoveAsync(Guid userId, string clientId, CancellationToken cancellationToken) =>
        _consents.RemoveAsync(consent => consent.UserId == userId && consent.ClientId == clientId, cancellationToken);
}
