using AuthKit.Users;

namespace AuthKit.Docs.Tests.Extending;

/// <summary>What stands in these tests for the host's own table: rows that change one transaction at a time.</summary>
public sealed class MemberTable
{
    private readonly List<Member> _rows = [];

    public int Count => _rows.Count;

    public Task<UserWrite> ChangeAsync(Func<List<Member>, UserWrite> transaction)
    {
        lock (_rows)
            return Task.FromResult(transaction(_rows));
    }

    public Task<User?> ReadAsync(Func<Member, bool> where)
    {
        lock (_rows)
            return Task.FromResult(_rows.FirstOrDefault(where)?.Account);
    }
}

public sealed class Member
{
    public required Guid Id { get; init; }

    public required string Email { get; init; }

    public required User Account { get; set; }
}
