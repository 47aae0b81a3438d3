namespace AuthKit.Tokens;

/// <summary>The ring as it was read once.</summary>
/// <param name="Records">Every row, whoever wrote it.</param>
/// <param name="Signing">The signing keys that this node could unseal.</param>
/// <param name="Directory">The directory's key; null where this node could not unseal it.</param>
/// <param name="LoadedAt">When it was read.</param>
internal sealed record KeySnapshot(IReadOnlyList<KeyRecord> Records, IReadOnlyList<SigningKey> Signing, byte[]? Directory, DateTimeOffset LoadedAt)
{
    public static KeySnapshot Of(IReadOnlyList<KeyRecord> records, IKeyProtector protector, DateTimeOffset now) => new(
        records,
        [.. records.Where(static record => SigningKey.IsSigning(record.Use)).Select(record => SigningKey.From(record, protector)).OfType<SigningKey>()],
        records.Where(static record => record.Use == KeyUse.Directory).Select(record => protector.TryUnprotect(record.ProtectedKey, out var key) ? key : null).FirstOrDefault(static key => key?.Length == KeyRing.DirectoryKeyBytes),
        now);

    public SigningKey? Current(KeyUse use, DateTimeOffset now) => Of(use)
        .Where(key => key.Record.ActivatesAt <= now && now < key.Record.RetiresAt)
        .MaxBy(key => key.Record.Generation);

    /// <summary>Whether somebody has to make a key: none signs now, or none takes over from the one that does.</summary>
    public bool WantsSuccessor(KeyUse use, DateTimeOffset now, TimeSpan ahead, out DateTimeOffset from)
    {
        from = Current(use, now)?.Record.RetiresAt ?? now;
        var latest = from;
        return from - now < ahead && !Of(use).Any(key => key.Record.ActivatesAt <= latest && latest < key.Record.RetiresAt);
    }

    /// <summary>The generation of the next key: past those of this node's ring, where no other row has it, whoever wrote that.</summary>
    public int NextGeneration(KeyUse use)
    {
        var next = Of(use).Select(static key => key.Record.Generation).DefaultIfEmpty().Max();
        do
            next++;
        while (Records.Any(record => record.Use == use && record.Generation == next));
        return next;
    }

    /// <summary>The generation of a directory's key that is put back beside those that cannot be unsealed.</summary>
    public int NextDirectoryGeneration => Records.Where(static record => record.Use == KeyUse.Directory).Select(static record => record.Generation).DefaultIfEmpty().Max() + 1;

    /// <summary>How many signing keys would count now, had this node's ring sealed them.</summary>
    public int Foreign(DateTimeOffset now) =>
        Records.Count(record => SigningKey.IsSigning(record.Use) && now < record.ExpiresAt && Signing.All(key => key.Record != record));

    private IEnumerable<SigningKey> Of(KeyUse use) => Signing.Where(key => key.Record.Use == use);
}

/// <summary>What of the ring a node cannot unseal.</summary>
/// <param name="Directory">Whether it is the directory's key, without which no tenant can be found.</param>
/// <param name="SigningKeys">How many signing keys; what they signed is not accepted.</param>
internal readonly record struct SealedKeys(bool Directory, int SigningKeys);
