namespace AuthKit.Users;

/// <summary>Hears that an account is being erased, while its rows are still there: for what is kept of it in no row of its own.</summary>
internal interface IAccountErasureListener
{
    /// <summary>Forgets the account. It may be called more than once for one account.</summary>
    Task ErasingAsync(Account account, CancellationToken cancellationToken);
}
