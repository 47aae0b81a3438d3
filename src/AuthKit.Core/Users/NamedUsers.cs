namespace AuthKit.Users;

/// <summary>Finds accounts by what people call themselves.</summary>
internal static class NamedUsers
{
    /// <summary>The account with an e-mail address or a user name, or null. Every form of it is asked for, whichever is found, so that time does not tell (timing attack).</summary>
    public static async Task<User?> FindByNameAsync(this IUserStore users, string name, CancellationToken cancellationToken)
    {
        User? found = null;
        foreach (var form in LoginName.FormsOf(name))
        {
            var user = LoginName.IsEmail(form) ? await users.FindByEmailAsync(form, cancellationToken) : await users.FindByUserNameAsync(form, cancellationToken);
            found ??= user;
        }

        return found;
    }
}
