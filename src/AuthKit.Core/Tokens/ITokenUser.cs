namespace AuthKit.Tokens;

/// <summary>The account that tokens speak of, where whoever asks for them has read it.</summary>
internal interface ITokenUser
{
    /// <summary>Its id.</summary>
    Guid Id { get; }
}
