namespace AuthKit.Users.Roles;

/// <summary>That an account may have a role, so that it is found by it: the account's own row says whether it has.</summary>
/// <param name="Role">The role's name.</param>
/// <param name="UserId">The account.</param>
internal sealed record RoleMember(string Role, Guid UserId);
