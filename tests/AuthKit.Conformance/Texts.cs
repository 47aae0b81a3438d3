namespace AuthKit.Conformance;

/// <summary>Texts that a store must give back as it was given them.</summary>
internal static class Texts
{
    public static readonly string[] Names =
    [
        "Nguyễn Thị Hồng Đào",
        "Nguyê\u0303n Thi\u0323 Ho\u0302\u0300ng",
        "👩‍👩‍👧‍👦 and 𝒳",
        "الاسم",
        "山田太郎",
        " leading and trailing ",
    ];

    public static readonly string[] Hostile =
    [
        "'; DROP TABLE authkit_users; --",
        "\" OR \"\"=\"",
        "x' || (SELECT password_hash FROM authkit_users) || 'x",
        "@id $1 ? :name {0} %s \\' \\",
        "{ \"$ne\": null }",
        "\u0001\u0007\b\t\r\n\u001b[31m\u007f\u0085\u2028\ufeff\u202e",
        "NULL",
        new('y', 1024),
    ];

    /// <summary>Pairs that differ to a user and must differ to the store, whatever its collation.</summary>
    public static readonly string[][] Different =
    [
        ["ali", "al\u0131"],
        ["ali", "al\u0130"],
        ["jose", "jos\u00e9"],
        ["strasse", "stra\u00dfe"],
        ["\ud83d\ude00", "\ud83d\ude01"],
        ["a_c", "abc"],
        ["a%", "abc"],
    ];

    /// <summary>Pairs that <see cref="Users.LoginName.Normalize"/> makes one.</summary>
    public static readonly string[][] Same =
    [
        ["ann", "ANN"],
        ["k", "\u212a"],
        ["a", "\uff21"],
        ["\u00e9", "E\u0301"],
        ["đào", "ĐÀO"],
    ];
}
