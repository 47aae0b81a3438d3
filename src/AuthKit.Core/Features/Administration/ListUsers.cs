using System.Globalization;
using AuthKit.Administration;
using AuthKit.Users;

namespace AuthKit.Features.Administration;

/// <summary>Finds accounts, as <see cref="UserQuery"/> has it; everything is text as it was sent.</summary>
/// <param name="AccessToken">The administrator's access token.</param>
/// <param name="Tenant">The tenant whose accounts they are; null for those of the home database.</param>
public sealed record ListUsers(string? AccessToken, string? Tenant) : Command
{
    /// <summary>How the address begins.</summary>
    public string? Email { get; init; }

    /// <summary>How the user name begins.</summary>
    public string? UserName { get; init; }

    /// <summary>A role that they have.</summary>
    public string? Role { get; init; }

    /// <summary><c>true</c> or <c>false</c>.</summary>
    public string? Disabled { get; init; }

    /// <summary>When they were made, or later (RFC 3339).</summary>
    public string? CreatedFrom { get; init; }

    /// <summary>Before when they were made (RFC 3339).</summary>
    public string? CreatedBefore { get; init; }

    /// <summary>The last day, in UTC, on which they were seen or before: <c>2026-01-31</c>.</summary>
    public string? LastSeenUntil { get; init; }

    /// <summary>What the page before has told.</summary>
    public string? Cursor { get; init; }

    /// <summary>The most accounts.</summary>
    public string? Limit { get; init; }
}

internal sealed class ListUsersFlow(Administrators administrators, UserDirectory users) : IFlow<ListUsers, UserPage>
{
    private const int MaxCursor = 1024;

    // What every engine can compare with.
    private static readonly DateTimeOffset Latest = new(9000, 1, 1, 0, 0, 0, TimeSpan.Zero);

    public Task<Outcome<UserPage>> RunAsync(ListUsers command, FlowContext context, CancellationToken cancellationToken) =>
        administrators.ShowAsync<UserPage>(
            command.AccessToken,
            command.Tenant,
            context,
            async administrator => Read(command).Succeeded(out var query, out var failure) ? await users.ListAsync(query, administrator.Tenant, cancellationToken) : failure,
            cancellationToken);

    private static Outcome<UserQuery> Read(ListUsers command)
    {
        List<BrokenRule> broken = [];
        var query = new UserQuery
        {
            EmailPrefix = Text(command.Email, Field.Email, UserFields.MaxEmail),
            UserNamePrefix = Text(command.UserName, Field.UserName, UserFields.MaxUserName),
            Role = Text(command.Role, AdministrationField.Role, UserFields.MaxUserName),
            Disabled = Parse<bool>(command.Disabled, AdministrationField.Disabled, bool.TryParse),
            CreatedFrom = Parse<DateTimeOffset>(command.CreatedFrom, AdministrationField.CreatedFrom, IsTime),
            CreatedBefore = Parse<DateTimeOffset>(command.CreatedBefore, AdministrationField.CreatedBefore, IsTime),
            LastSeenUntil = Parse<DateOnly>(command.LastSeenUntil, AdministrationField.LastSeenUntil, IsDay),
            Limit = Parse<int>(command.Limit, AdministrationField.Limit, IsLimit) ?? new UserQuery().Limit,
            Cursor = command.Cursor is { Length: > MaxCursor } ? "" : string.IsNullOrEmpty(command.Cursor) ? null : command.Cursor,
        };
        if (command.Cursor is { Length: > MaxCursor })
            broken.Add(new(Field.Cursor, Rule.Unknown));
        return broken.Count == 0 ? query : new Failure(Fault.Invalid, broken);

        string? Text(string? value, string field, int limit)
        {
            if (string.IsNullOrEmpty(value))
                return null;
            if (value.Length > limit)
                broken.Add(new(field, Rule.TooLong, limit));
            else if (!LoginName.IsText(value))
                broken.Add(new(field, Rule.Characters));
            return value;
        }

        T? Parse<T>(string? value, string field, Parser<T> parse) where T : struct
        {
            if (string.IsNullOrEmpty(value))
                return null;
            if (parse(value, out var parsed))
                return parsed;
            broken.Add(new(field, Rule.Unknown));
            return null;
        }
    }

    private delegate bool Parser<T>(string text, out T value);

    private static bool IsTime(string text, out DateTimeOffset time) =>
        DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out time) && time >= DateTimeOffset.UnixEpoch && time < Latest;

    private static bool IsDay(string text, out DateOnly day) => DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out day);

    private static bool IsLimit(string text, out int limit) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out limit) && limit is > 0 and <= UserQuery.MaxLimit;
}

public static partial class AdministrationFlows
{
    /// <summary>Finds accounts.</summary>
    public static Flow<ListUsers, UserPage> ListUsers { get; } = Flow<ListUsers, UserPage>.Of<ListUsersFlow>(fails: [AdministrationFaults.AdministratorsOnly, Fault.NotFound]);
}
