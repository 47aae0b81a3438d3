using AuthKit.Users;

namespace AuthKit.Administration;

/// <summary>Which accounts are asked for. An index finds them by the first of these that is given: the prefix of the address, that of the user name, the role, when they were last seen, and else by their age.</summary>
public sealed record UserQuery
{
    /// <summary>The most accounts of a page.</summary>
    public const int MaxLimit = 200;

    /// <summary>How the e-mail address begins, however it is written; in the order of the addresses.</summary>
    public string? EmailPrefix { get; init; }

    /// <summary>How the user name begins, however it is written; in the order of the names.</summary>
    public string? UserNamePrefix { get; init; }

    /// <summary>A role that they have; the youngest first.</summary>
    public string? Role { get; init; }

    /// <summary>The last day, in UTC, on which they were seen or before; those that were not seen for longest first.</summary>
    public DateOnly? LastSeenUntil { get; init; }

    /// <summary>Whether only those that are shut are asked for, or only those that are not; null for both.</summary>
    public bool? Disabled { get; init; }

    /// <summary>When they were made, or later.</summary>
    public DateTimeOffset? CreatedFrom { get; init; }

    /// <summary>Before when they were made.</summary>
    public DateTimeOffset? CreatedBefore { get; init; }

    /// <summary>How many, at most <see cref="MaxLimit"/>. A page may have fewer, and there may be more.</summary>
    /// <value>Default: 50.</value>
    public int Limit { get; init; } = 50;

    /// <summary>The <see cref="UserPage.Next"/> of the page before; null for the first page.</summary>
    public string? Cursor { get; init; }
}

/// <summary>A page of accounts.</summary>
/// <param name="Users">The accounts.</param>
/// <param name="Next">What finds the next page; null where this is the last.</param>
public sealed record UserPage(IReadOnlyList<User> Users, string? Next);
