namespace AuthKit.Conformance;

/// <summary>A row of the kit's own, with a field for every type of column.</summary>
public sealed record Specimen
{
    /// <summary>The key.</summary>
    public required Guid Id { get; init; }

    /// <summary>Which test made it.</summary>
    public required Guid TestId { get; init; }

    /// <summary>A time.</summary>
    public required DateTimeOffset MadeAt { get; init; }

    /// <summary>Another time.</summary>
    public required DateTimeOffset EndsAt { get; init; }

    /// <summary>A time that may be null.</summary>
    public DateTimeOffset? SeenAt { get; init; }

    /// <summary>Text, at most 1024 UTF-16 units.</summary>
    public string Words { get; init; } = "";

    /// <summary>Text that may be null, at most 1024 UTF-16 units.</summary>
    public string? Remark { get; init; }

    /// <summary>Text that is compared, at most 256 UTF-16 units.</summary>
    public string Code { get; init; } = "";

    /// <summary>Text that is compared, may be null and is unique, at most 256 UTF-16 units.</summary>
    public string? Nickname { get; init; }

    /// <summary>At most 1024 bytes.</summary>
    public byte[] Digest { get; init; } = [];

    /// <summary>At most 64 bytes, or null.</summary>
    public byte[]? Salt { get; init; }

    /// <summary>A 32-bit number.</summary>
    public int Amount { get; init; }

    /// <summary>A 32-bit number that may be null.</summary>
    public int? Quota { get; init; }

    /// <summary>A 64-bit number.</summary>
    public long Total { get; init; }

    /// <summary>True or false.</summary>
    public bool Marked { get; init; }

    /// <summary>Text that is compared, unique together with <see cref="Slot"/>.</summary>
    public string Realm { get; init; } = "";

    /// <summary>A number, unique together with <see cref="Realm"/>.</summary>
    public int Slot { get; init; }
}

/// <summary>A row of the kit's own whose key is two columns.</summary>
/// <param name="TestId">The first part of the key.</param>
/// <param name="Name">The second.</param>
/// <param name="Number">A number.</param>
public sealed record Pair(Guid TestId, string Name, int Number);
