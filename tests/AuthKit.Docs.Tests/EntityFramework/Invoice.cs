namespace AuthKit.Docs.Tests.EntityFramework;

public sealed class Invoice
{
    public int Id { get; init; }

    public required Guid UserId { get; init; }
}
