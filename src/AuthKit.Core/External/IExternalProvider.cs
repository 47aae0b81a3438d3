namespace AuthKit.External;

/// <summary>A provider whose access tokens sign people in.</summary>
public interface IExternalProvider
{
    /// <summary>The provider's name, for example <c>google</c>.</summary>
    string Name { get; }

    /// <summary>Asks the provider whose token it is and for which application it was issued.</summary>
    /// <returns>
    /// The identity, or <see cref="Fault.InvalidExternalToken"/> (refused, expired, another application's) or
    /// <see cref="Fault.ProviderUnavailable"/>.
    /// </returns>
    Task<Outcome<ExternalIdentity>> VerifyAsync(string accessToken, CancellationToken cancellationToken);
}
