namespace AuthKit.Relational;

/// <summary>A call's SQL.</summary>
/// <param name="Sql">The statement; of an update that reads a row afterwards, all, where the driver takes no batches.</param>
/// <param name="Read">What reads the row, as the batch's second statement.</param>
/// <param name="ReadCondition">Which of the update's conditions finds the row.</param>
/// <param name="Follow">What reads the row that this one refers to, as the batch's third statement.</param>
internal sealed record Statement(string Sql, string? Read = null, int ReadCondition = -1, string? Follow = null);
