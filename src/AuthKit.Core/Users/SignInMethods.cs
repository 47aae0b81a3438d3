using AuthKit.Records;

namespace AuthKit.Users;

/// <summary>The ways to sign in that features offer.</summary>
internal static class SignInMethods
{
    /// <summary>Whether one of them leads to an account.</summary>
    public static async Task<bool> AnyOpenAsync(this IEnumerable<ISignInMethod> methods, User user, IRecords records, CancellationToken cancellationToken)
    {
        foreach (var way in methods)
        {
            if (await way.IsOpenAsync(user, records, cancellationToken))
                return true;
        }

        return false;
    }
}
