namespace AuthKit.Records;

/// <summary>How a column is compared. Where the column is null, only <see cref="Null"/> is met.</summary>
public enum Comparison
{
    /// <summary>It equals the value.</summary>
    Equal,

    /// <summary>It has another value.</summary>
    NotEqual,

    /// <summary>It is less.</summary>
    Less,

    /// <summary>It is less or equal.</summary>
    LessOrEqual,

    /// <summary>It is greater.</summary>
    Greater,

    /// <summary>It is null.</summary>
    Null,

    /// <summary>It equals one of the values.</summary>
    In,

    /// <summary>It is greater or equal.</summary>
    GreaterOrEqual,
}

/// <summary>One of the conditions that a row has to meet, all of them.</summary>
/// <param name="Column">The column compared.</param>
/// <param name="Comparison">How.</param>
/// <param name="Value">What with; null for <see cref="Comparison.Null"/> and <see cref="Comparison.In"/>.</param>
/// <param name="Values">What with, for <see cref="Comparison.In"/>.</param>
public readonly record struct Condition(Column Column, Comparison Comparison, Value Value, Value[]? Values = null);
