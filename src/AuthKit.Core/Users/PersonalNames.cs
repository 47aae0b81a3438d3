namespace AuthKit.Users;

/// <summary>What a password may not consist of: the account's own address and names.</summary>
internal static class PersonalNames
{
    public static IEnumerable<string?> Of(User user) => Of(user.Email, user.UserName, user.Profile);

    public static IEnumerable<string?> Of(string? email, string? userName, UserProfile profile) =>
        [email, email?.Split('@')[0], userName, profile.Name, profile.GivenName, profile.FamilyName];
}
