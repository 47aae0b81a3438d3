using System.Buffers.Text;
using System.Globalization;
using System.Text;
using AuthKit.Records;
using AuthKit.Users;
using AuthKit.Users.Roles;

namespace AuthKit.Administration;

/// <summary>Where an account lies in an order: what the order is by, and its id.</summary>
internal readonly record struct UserKey(string Value, Guid Id);

/// <summary>An account in an order; null where it is gone.</summary>
internal readonly record struct OrderedUser(UserKey Key, User? User);

/// <summary>An order of accounts that an index serves.</summary>
internal abstract class UserOrder
{
    /// <summary>The next accounts after a place in the order.</summary>
    public abstract Task<List<OrderedUser>> ListAsync(IRecords records, UserKey? after, int limit, CancellationToken cancellationToken);

    /// <summary>Whether a place, as a cursor says it, is one of this order.</summary>
    protected abstract bool IsKey(string value);

    public string Write(UserKey? key) => Base64Url.EncodeToString(Encoding.UTF8.GetBytes($"{key!.Value.Id:N}{key.Value.Value}"));

    public bool TryRead(string? cursor, out UserKey? key)
    {
        key = null;
        if (cursor is null)
            return true;
        if (!Base64Url.IsValid(cursor))
            return false;
        var text = Encoding.UTF8.GetString(Base64Url.DecodeFromChars(cursor));
        const int id = 32;
        if (text.Length < id || !Guid.TryParseExact(text[..id], "N", out var user) || !IsKey(text[id..]))
            return false;
        key = new(text[id..], user);
        return true;
    }
}

/// <summary>By a name, which is unique.</summary>
internal sealed class NameOrder<T>(Column<T> column, Condition[] where, Func<User, T> of) : UserOrder
{
    public override async Task<List<OrderedUser>> ListAsync(IRecords records, UserKey? after, int limit, CancellationToken cancellationToken)
    {
        Condition[] from = after is { } key ? [.. where, column.After((T)(object)key.Value)] : where;
        return (await records.ListAsync(UserTable.Rows, from, column, limit, cancellationToken)).ConvertAll(user => new OrderedUser(new($"{of(user)}", user.Id), user));
    }

    protected override bool IsKey(string value) => value.Length > 0 && StorableText.Is(value);
}

/// <summary>By a role, the youngest first.</summary>
internal sealed class RoleOrder(string role) : UserOrder
{
    public override async Task<List<OrderedUser>> ListAsync(IRecords records, UserKey? after, int limit, CancellationToken cancellationToken)
    {
        Condition[] inRole = [RoleMemberTable.Role.Is(role)];
        var members = await records.ListAsync(RoleMemberTable.Rows, after is { } key ? [.. inRole, RoleMemberTable.UserId.Before(key.Id)] : inRole, RoleMemberTable.UserId.Descending, limit, cancellationToken);
        var users = (await records.ListAsync(UserTable.Rows, [UserTable.Id.In([.. members.Select(static member => member.UserId)])], orderBy: null, limit: 0, cancellationToken)).ToDictionary(static user => user.Id);
        return members.ConvertAll(member => new OrderedUser(new("", member.UserId), users.GetValueOrDefault(member.UserId)));
    }

    protected override bool IsKey(string value) => value.Length == 0;
}

/// <summary>By a time, which several accounts may have: those are in the order of their ids.</summary>
internal sealed class TimeOrder<T>(Column<T> column, Condition[] where, Func<User, T> of, Func<T, long> write, Func<long, T> read, bool descends) : UserOrder
{
    public override async Task<List<OrderedUser>> ListAsync(IRecords records, UserKey? after, int limit, CancellationToken cancellationToken)
    {
        var users = new List<User>();
        Condition[] beyond = where;
        if (after is { } key)
        {
            var time = read(long.Parse(key.Value, CultureInfo.InvariantCulture));
            users.AddRange(await AtAsync(records, time, key.Id, limit, cancellationToken));
            beyond = [.. where, descends ? column.Before(time) : column.After(time)];
        }

        if (users.Count < limit)
        {
            var more = await records.ListAsync(UserTable.Rows, beyond, descends ? column.Descending : column, limit - users.Count, cancellationToken);
            // Of those that have the last time some may have been cut off, whichever they are.
            if (more is [.., var last] && more.Count == limit - users.Count)
            {
                more.RemoveAll(user => write(of(user)) == write(of(last)));
                more.AddRange(await AtAsync(records, of(last), after: null, limit - users.Count - more.Count, cancellationToken));
            }

            // The engine has ordered them by time alone.
            users.AddRange(more.OrderBy(user => descends ? -write(of(user)) : write(of(user))).ThenBy(static user => user.Id));
        }

        return users.ConvertAll(user => new OrderedUser(new(write(of(user)).ToString(CultureInfo.InvariantCulture), user.Id), user));
    }

    protected override bool IsKey(string value) => long.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number <= DateTimeOffset.MaxValue.UtcTicks;

    private Task<List<User>> AtAsync(IRecords records, T time, Guid? after, int limit, CancellationToken cancellationToken)
    {
        Condition[] at = [.. where, column.Is(time)];
        return records.ListAsync(UserTable.Rows, after is { } id ? [.. at, UserTable.Id.After(id)] : at, UserTable.Id, limit, cancellationToken);
    }
}
