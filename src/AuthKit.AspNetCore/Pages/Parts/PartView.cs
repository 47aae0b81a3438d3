namespace AuthKit.Pages.Parts;

/// <summary>What a part shows.</summary>
/// <param name="Blocks">From top to bottom.</param>
public sealed record PartView(params IReadOnlyList<PartBlock> Blocks);

/// <summary>Something to be seen in a part.</summary>
public abstract record PartBlock
{
    private protected PartBlock()
    {
    }
}

/// <summary>A paragraph.</summary>
/// <param name="Sentence">What it says.</param>
public sealed record PartText(string Sentence) : PartBlock
{
    /// <summary>Whether it is something to watch out for.</summary>
    public bool IsNote { get; init; }
}

/// <summary>What is known of something, by name.</summary>
/// <param name="Label">The name.</param>
/// <param name="Value">What is known.</param>
public sealed record PartFact(string Label, string Value) : PartBlock;

/// <summary>A text to be copied or written down, shown once: a secret, or codes.</summary>
/// <param name="Label">What it is.</param>
/// <param name="Lines">Its lines.</param>
public sealed record PartSecret(string Label, params IReadOnlyList<string> Lines) : PartBlock
{
    /// <inheritdoc/>
    public override string ToString() => nameof(PartSecret);
}

/// <summary>An image.</summary>
/// <param name="Svg">The SVG document; no script in it runs.</param>
/// <param name="Alternative">What it says, for those who do not see it.</param>
public sealed record PartImage(string Svg, string Alternative) : PartBlock
{
    /// <inheritdoc/>
    public override string ToString() => nameof(PartImage);
}

/// <summary>A way on, to a page of this server.</summary>
/// <param name="Path">Its path below the pages' root, with a query where it has one.</param>
/// <param name="Label">What the link says.</param>
public sealed record PartLink(string Path, string Label) : PartBlock;

/// <summary>Things that the account has several of.</summary>
/// <param name="Rows">The things.</param>
public sealed record PartRows(IReadOnlyList<PartRow> Rows) : PartBlock;

/// <summary>One of several.</summary>
/// <param name="Title">What it is called.</param>
public sealed record PartRow(string Title)
{
    /// <summary>What else is known of it.</summary>
    public IReadOnlyList<string> Details { get; init; } = [];

    /// <summary>What can be done with it.</summary>
    public IReadOnlyList<PartForm> Forms { get; init; } = [];
}
