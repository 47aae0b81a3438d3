namespace AuthKit.EntityFrameworkCore.Model;

/// <summary>A scope that a user has allowed a client.</summary>
/// <param name="UserId">The account.</param>
/// <param name="ClientId">The client.</param>
/// <param name="Scope">One value of scope.</param>
/// <param name="CreatedAt">When the user allowed it.</param>
public sealed record ConsentRow(Guid UserId, string ClientId, string Scope, DateTimeOffset CreatedAt);
