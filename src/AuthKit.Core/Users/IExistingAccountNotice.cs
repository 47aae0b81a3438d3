namespace AuthKit.Users;

/// <summary>Has the owner of an account told that somebody has registered its address once more, where the answer does not (<see cref="AccountOptions.HideExistingAccounts"/>).</summary>
internal interface IExistingAccountNotice
{
    /// <param name="email">The address, as it was registered.</param>
    /// <param name="tenant">Where the account lives.</param>
    /// <param name="address">The address that the request came from, for the event.</param>
    /// <param name="cancellationToken">Gives up.</param>
    Task TellAsync(string email, string tenant, string? address, CancellationToken cancellationToken);
}
