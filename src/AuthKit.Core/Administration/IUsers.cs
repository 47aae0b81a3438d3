using AuthKit.Records;
using AuthKit.Sessions;
using AuthKit.Users;

namespace AuthKit.Administration;

/// <summary>
/// Accounts, for the host's own code: a service of the container, beside which ASP.NET Core Identity has <c>UserManager</c>. Whoever calls it has been let
/// do so by the host; it asks nobody for a token. What ends sessions ends them at once, on every node.
/// </summary>
/// <remarks>
/// The tenant is where an account lives: its alias, or null for the home database; for an alias that nobody knows there are no
/// accounts. <inheritdoc cref="StoreUnavailableException" path="/remarks"/>
/// </remarks>
public interface IUsers
{
    /// <summary>An account by its id, or null.</summary>
    Task<User?> FindAsync(Guid id, string? tenant, CancellationToken cancellationToken);

    /// <summary>An account by its e-mail address or its user name, however it is written, or null.</summary>
    Task<User?> FindByNameAsync(string name, string? tenant, CancellationToken cancellationToken);

    /// <summary>A page of accounts.</summary>
    /// <returns>The page; <see cref="Fault.Invalid"/> where the cursor is none, and <see cref="Fault.NotFound"/> where the host has accounts in a table of its own (<c>UseUsers</c>), which AuthKit cannot list.</returns>
    Task<Outcome<UserPage>> ListAsync(UserQuery query, string? tenant, CancellationToken cancellationToken);

    /// <summary>Makes an account.</summary>
    /// <returns>The account; <see cref="Fault.Invalid"/> where a rule is broken, or the address or the user name is taken.</returns>
    Task<Outcome<User>> CreateAsync(NewUser user, string? tenant, CancellationToken cancellationToken);

    /// <summary>Writes what an account says of its owner: names, profile, whether the address is verified, fields. Credentials, roles and whether it is shut stay as they are; another address ends its sessions.</summary>
    /// <param name="id">The account.</param>
    /// <param name="change">Gives the account as it shall be, of the account as it is; it is called again where somebody else has written in between.</param>
    /// <param name="tenant">Where the account lives.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>The account as it is now; <see cref="Fault.NotFound"/>; or <see cref="Fault.Invalid"/> where a rule is broken, or the address or the user name is taken.</returns>
    Task<Outcome<User>> UpdateAsync(Guid id, Func<User, User> change, string? tenant, CancellationToken cancellationToken);

    /// <summary>Sets an account's password, and ends its sessions.</summary>
    /// <returns>The account; <see cref="Fault.NotFound"/>; <see cref="Fault.Invalid"/> where the host's rules are broken; <see cref="Fault.Busy"/>.</returns>
    Task<Outcome<User>> SetPasswordAsync(Guid id, string password, string? tenant, CancellationToken cancellationToken);

    /// <summary>Shuts an account: nobody signs in to it, and its sessions end.</summary>
    Task<Outcome<User>> DisableAsync(Guid id, string? tenant, CancellationToken cancellationToken);

    /// <summary>Opens an account that was shut; also one that waits to be erased, as long as it does.</summary>
    Task<Outcome<User>> EnableAsync(Guid id, string? tenant, CancellationToken cancellationToken);

    /// <summary>Ends an account's lockout: failures before do not count any more.</summary>
    Task<Outcome<User>> UnlockAsync(Guid id, string? tenant, CancellationToken cancellationToken);

    /// <summary>Gives an account these roles and no others; they are in its tokens from the next refresh on.</summary>
    /// <returns>The account; <see cref="Fault.NotFound"/>; <see cref="Fault.Invalid"/> where the host has no such role (<c>AddRoles</c>).</returns>
    Task<Outcome<User>> SetRolesAsync(Guid id, IReadOnlyCollection<string> roles, string? tenant, CancellationToken cancellationToken);

    /// <summary>A page of an account's sessions that stand, the youngest first.</summary>
    /// <param name="id">The account.</param>
    /// <param name="before">The last session of the page before; null for the first page.</param>
    /// <param name="limit">The most sessions.</param>
    /// <param name="tenant">Where the account lives.</param>
    /// <param name="cancellationToken">Gives up.</param>
    Task<IReadOnlyList<Session>> ListSessionsAsync(Guid id, Guid? before, int limit, string? tenant, CancellationToken cancellationToken);

    /// <summary>Ends one session of an account.</summary>
    /// <returns>Whether it has such a session, and this call ended it.</returns>
    Task<bool> EndSessionAsync(Guid id, Guid sessionId, string? tenant, CancellationToken cancellationToken);

    /// <summary>Ends all sessions of an account.</summary>
    Task EndSessionsAsync(Guid id, string? tenant, CancellationToken cancellationToken);

    /// <summary>Erases an account with all that belongs to it, at once. Where the process ends amid it, the rest goes with the next sweep.</summary>
    /// <returns>Whether there was such an account.</returns>
    Task<bool> DeleteAsync(Guid id, string? tenant, CancellationToken cancellationToken);
}
