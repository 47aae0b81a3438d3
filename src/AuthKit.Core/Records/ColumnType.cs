namespace AuthKit.Records;

/// <summary>What a column holds; an adapter says how its engine spells and carries it.</summary>
public enum ColumnType
{
    /// <summary>A UUID version 7. Rows should cluster by it in order of age.</summary>
    Id,

    /// <summary>A point in time in UTC, exact to the microsecond.</summary>
    Time,

    /// <summary>Unicode text that is stored and shown, never compared.</summary>
    Text,

    /// <summary>Unicode text that is compared: by code point, so that case and accents matter.</summary>
    ExactText,

    /// <summary>Bytes.</summary>
    Binary,

    /// <summary>A 32-bit integer.</summary>
    Integer,

    /// <summary>A 64-bit integer.</summary>
    BigInteger,

    /// <summary>True or false.</summary>
    Boolean,
}
