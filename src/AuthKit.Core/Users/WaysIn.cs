using AuthKit.Records;

namespace AuthKit.Users;

/// <summary>The ways in that features offer.</summary>
internal static class WaysIn
{
    /// <summary>Whether one of them leads to an account.</summary>
    public static async Task<bool> AnyOpenAsync(this IEnumerable<IWayIn> ways, User user, IRecords records, CancellationToken cancellationToken)
    {
        foreach (var way in ways)
        {
            if (await way.IsOpenAsync(user, records, cancellationToken))
                return true;
        }

        return false;
    }
}
