namespace AuthKit.Records;

/// <summary>How a column is changed.</summary>
public enum Setting
{
    /// <summary>To the value.</summary>
    Value,

    /// <summary>By the value, which is added to it.</summary>
    Increment,

    /// <summary>To the value, or to another column where that is less.</summary>
    Lesser,
}

/// <summary>A change to a column of the rows that meet the conditions.</summary>
/// <param name="Column">The column.</param>
/// <param name="Setting">How.</param>
/// <param name="Value">The value.</param>
/// <param name="Other">The other column, for <see cref="Setting.Lesser"/>.</param>
public readonly record struct Change(Column Column, Setting Setting, Value Value, Column? Other = null);
