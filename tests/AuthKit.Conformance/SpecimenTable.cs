using AuthKit.Records;

namespace AuthKit.Conformance;

/// <summary>How specimens are kept.</summary>
internal static class SpecimenTable
{
    public static readonly Table<Specimen> Rows = new("kit_specimens");
    public static readonly Column<Guid> Id = Rows.Id("id", static row => row.Id);
    public static readonly Column<Guid> TestId = Rows.Id("test_id", static row => row.TestId);
    public static readonly Column<DateTimeOffset> MadeAt = Rows.Time("made_at", static row => row.MadeAt);
    public static readonly Column<DateTimeOffset> EndsAt = Rows.Time("ends_at", static row => row.EndsAt);
    public static readonly Column<DateTimeOffset?> SeenAt = Rows.TimeOrNull("seen_at", static row => row.SeenAt);
    public static readonly Column<string> Words = Rows.Text("words", 1024, static row => row.Words);
    public static readonly Column<string?> Remark = Rows.TextOrNull("remark", 1024, static row => row.Remark);
    public static readonly Column<string> Code = Rows.ExactText("code", 256, static row => row.Code);
    public static readonly Column<string> FoldedCode = Rows.ExactText("folded_code", 256, static row => row.Code.ToLowerInvariant(), read: false);
    public static readonly Column<string?> Nickname = Rows.ExactTextOrNull("nickname", 256, static row => row.Nickname);
    public static readonly Column<byte[]> Digest = Rows.Binary("digest", 1024, static row => row.Digest);
    public static readonly Column<byte[]?> Salt = Rows.BinaryOrNull("salt", 64, static row => row.Salt);
    public static readonly Column<int> Amount = Rows.Integer("amount", static row => row.Amount);
    public static readonly Column<int?> Quota = Rows.IntegerOrNull("quota", static row => row.Quota);
    public static readonly Column<long> Total = Rows.BigInteger("total", static row => row.Total);
    public static readonly Column<bool> Marked = Rows.Boolean("marked", static row => row.Marked);
    public static readonly Column<string> Realm = Rows.ExactText("realm", 64, static row => row.Realm);
    public static readonly Column<int> Slot = Rows.Integer("slot", static row => row.Slot);
    public static readonly TableIndex ByNickname;
    public static readonly TableIndex ByRealmAndSlot;

    static SpecimenTable()
    {
        Rows.KeyedBy(Id);
        ByNickname = Rows.UniqueBy(Nickname);
        ByRealmAndSlot = Rows.UniqueBy(Realm, Slot);
        Rows.FoundBy(TestId);
        Rows.ReadBy(static row => new()
        {
            Id = row.Get(Id),
            TestId = row.Get(TestId),
            MadeAt = row.Get(MadeAt),
            EndsAt = row.Get(EndsAt),
            SeenAt = row.Get(SeenAt),
            Words = row.Get(Words),
            Remark = row.Get(Remark),
            Code = row.Get(Code),
            Nickname = row.Get(Nickname),
            Digest = row.Get(Digest),
            Salt = row.Get(Salt),
            Amount = row.Get(Amount),
            Quota = row.Get(Quota),
            Total = row.Get(Total),
            Marked = row.Get(Marked),
            Realm = row.Get(Realm),
            Slot = row.Get(Slot),
        });
    }
}

/// <summary>How pairs are kept.</summary>
internal static class PairTable
{
    public static readonly Table<Pair> Rows = new("kit_pairs");
    public static readonly Column<Guid> TestId = Rows.Id("test_id", static row => row.TestId);
    public static readonly Column<string> Name = Rows.ExactText("name", 64, static row => row.Name);
    public static readonly Column<int> Number = Rows.Integer("number_of", static row => row.Number).MapsTo(nameof(Pair.Number));

    static PairTable()
    {
        Rows.KeyedBy(TestId, Name);
        Rows.ReadBy(static row => new(row.Get(TestId), row.Get(Name), row.Get(Number)));
    }
}
