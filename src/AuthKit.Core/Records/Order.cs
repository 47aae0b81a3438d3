namespace AuthKit.Records;

/// <summary>What rows are ordered by. A column alone stands for its ascending order.</summary>
/// <param name="Column">The column.</param>
/// <param name="IsDescending">Whether the greatest comes first.</param>
public readonly record struct Order(Column Column, bool IsDescending = false)
{
    /// <summary>The ascending order of a column.</summary>
    public static implicit operator Order(Column column) => new(column);
}
