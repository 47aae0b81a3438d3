using System.Linq.Expressions;
using AuthKit.AuthorizationServer.Consents;
using AuthKit.EntityFrameworkCore.Model;
using Microsoft.EntityFrameworkCore;

namespace AuthKit.EntityFrameworkCore.Stores;

internal sealed class ConsentStore(Contexts contexts) : IConsentStore
{
    public async Task AddAsync(Guid userId, string clientId, IReadOnlyList<string> scopes, DateTimeOffset now, CancellationToken cancellationToken)
    {
        foreach (var scope in scopes)
        {
            await contexts.TryInsertAsync(
                new ConsentRow(userId, clientId, scope, now),
                consent => consent.UserId == userId && consent.ClientId == clientId && consent.Scope == scope,
                cancellationToken);
        }
    }

    public async Task<IReadOnlyList<string>> FindAsync(Guid userId, string clientId, CancellationToken cancellationToken) => await contexts.RunAsync(
        (context, cancellationToken) => context.Set<ConsentRow>().Where(Of(userId, clientId)).Select(consent => consent.Scope).ToListAsync(cancellationToken),
        cancellationToken);

    public Task RemoveAsync(Guid userId, string clientId, CancellationToken cancellationToken) => contexts.RunAsync(
        (context, cancellationToken) => context.Set<ConsentRow>().Where(Of(userId, clientId)).ExecuteDeleteAsync(cancellationToken),
        cancellationToken);

    private static Expression<Func<ConsentRow, bool>> Of(Guid userId, string clientId) => consent => consent.UserId == userId && consent.ClientId == clientId;
}
