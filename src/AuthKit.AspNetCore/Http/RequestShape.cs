namespace AuthKit.Http;

/// <summary>What a row reads of a request, learnt by letting it read one that has nothing.</summary>
internal sealed class RequestShape
{
    private readonly List<RequestField> _fields = [];

    public IReadOnlyList<RequestField> Fields => _fields;

    public bool Bearer { get; set; }

    public bool InitialAccess { get; set; }

    public bool Client { get; set; }

    public bool ClientHeader { get; set; }

    public string? TokenHeader { get; set; }

    public void Add(RequestField field)
    {
        if (!_fields.Any(known => known.Name == field.Name && known.InQuery == field.InQuery && known.InRoute == field.InRoute))
            _fields.Add(field);
    }
}
