namespace AuthKit.Http.Reading;

/// <summary>The request cannot be read at all.</summary>
internal sealed class UnreadableException(Fault fault) : Exception
{
    public Fault Fault { get; } = fault;
}
