using AuthKit.Administration;
using AuthKit.Users;

namespace AuthKit.Features.Administration;

/// <summary>An account, as administrators see it.</summary>
internal sealed record UserModel(
    Guid Id,
    string Email,
    bool EmailVerified,
    string? UserName,
    string? Name,
    string? GivenName,
    string? FamilyName,
    string? PhoneNumber,
    string? Address,
    string? ContactEmail,
    IReadOnlyList<string> Roles,
    DateTimeOffset CreatedAt,
    DateOnly? LastSeenOn,
    DateTimeOffset? DisabledAt,
    DateTimeOffset? EraseAt)
{
    public static UserModel Of(User user) => new(
        user.Id,
        user.Email,
        user.EmailVerified,
        user.UserName,
        user.Profile.Name,
        user.Profile.GivenName,
        user.Profile.FamilyName,
        user.Profile.PhoneNumber,
        user.Profile.Address,
        user.Profile.ContactEmail,
        user.Roles,
        user.CreatedAt,
        user.LastSeenOn,
        user.DisabledAt,
        user.EraseAt);
}

/// <summary>A page of accounts.</summary>
internal sealed record UsersModel(IReadOnlyList<UserModel> Users, string? Next)
{
    public static UsersModel Of(UserPage page) => new([.. page.Users.Select(UserModel.Of)], page.Next);
}

/// <summary>An account, and what stands beside it.</summary>
internal sealed record ShownUserModel(UserModel User, bool Locked, bool HasPassword, IReadOnlyList<string> SecondFactors, IReadOnlyList<string> Providers, int Sessions)
{
    public static ShownUserModel Of(ShownUser shown) => new(UserModel.Of(shown.User), shown.IsLocked, shown.User.PasswordHash is not null, shown.SecondFactors, shown.Providers, shown.Sessions);
}

/// <summary>The host's tenants.</summary>
internal sealed record TenantsModel(IReadOnlyList<string> Tenants);
