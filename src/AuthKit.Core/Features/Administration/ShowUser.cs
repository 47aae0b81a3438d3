using AuthKit.External;
using AuthKit.Sessions;
using AuthKit.SignIns;
using AuthKit.Users;
using Microsoft.Extensions.Options;

namespace AuthKit.Features.Administration;

/// <summary>Shows an account.</summary>
/// <param name="AccessToken">The administrator's access token.</param>
/// <param name="UserId">The account.</param>
/// <param name="Tenant">The tenant that it lives in; null for the home database.</param>
public sealed record ShowUser(string? AccessToken, string? UserId, string? Tenant) : Command;

/// <summary>An account, and what stands beside it.</summary>
/// <param name="User">The account.</param>
/// <param name="IsLocked">Whether too many sign-ins failed.</param>
/// <param name="SecondFactors">The second factors that it has, by their names.</param>
/// <param name="Providers">The providers that sign in to it.</param>
/// <param name="Sessions">How many sessions stand, at most <see cref="MostSessions"/>: that many may be more.</param>
public sealed record ShownUser(User User, bool IsLocked, IReadOnlyList<string> SecondFactors, IReadOnlyList<string> Providers, int Sessions)
{
    /// <summary>The most sessions that are counted.</summary>
    public const int MostSessions = 100;
}

internal sealed class ShowUserFlow(Administrators administrators, Accounts accounts, SecondFactorSet factors, IOptions<AuthKitOptions> options, TimeProvider time) : IFlow<ShowUser, ShownUser>
{
    public Task<Outcome<ShownUser>> RunAsync(ShowUser command, FlowContext context, CancellationToken cancellationToken) => administrators.ShowAsync<ShownUser>(
        new AccountReference(command.AccessToken, command.UserId, command.Tenant),
        context,
        async (administrator, id) =>
        {
            if (await accounts.FindAsync(administrator.Tenant, id, cancellationToken) is not { } found)
                return Fault.NotFound;
            await using var account = found;
            var now = time.GetUtcNow();
            return new ShownUser(
                account.User,
                Lockout.IsLocked(account.User, options.Value.Lockout, now),
                await factors.OfAsync(account, cancellationToken),
                [.. (await account.Database.ExternalLogins.ListAsync(id, cancellationToken)).Select(static login => login.Provider).Distinct().Order(StringComparer.Ordinal)],
                (await account.Database.Sessions.ListStandingAsync(id, before: null, ShownUser.MostSessions, now, cancellationToken)).Count);
        },
        cancellationToken);
}

public static partial class AdministrationFlows
{
    /// <summary>Shows an account.</summary>
    public static Flow<ShowUser, ShownUser> ShowUser { get; } = Flow<ShowUser, ShownUser>.Of<ShowUserFlow>(fails: [AdministrationFaults.AdministratorsOnly, Fault.NotFound]);
}
