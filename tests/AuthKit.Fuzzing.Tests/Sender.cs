using AuthKit.Contracts.Tests.Harness;
using AuthKit.Fuzzing.Tests.Wire;

namespace AuthKit.Fuzzing.Tests;

/// <summary>Keeps a connection for requests that are requests, and opens one for each that may be none.</summary>
internal sealed class Sender(Uri address) : IDisposable
{
    private Connection? _kept;

    public async Task<IReadOnlyList<Answer>> SendAsync(RawRequest request, CancellationToken cancellationToken)
    {
        if (!request.IsFramed)
        {
            using var own = await Connection.OpenAsync(address, cancellationToken);
            // Where the server still takes it for a request, it says itself when it is done.
            return await own.AskAllAsync(request is { Instead: null } && request.Header("Connection") is null ? request.With("Connection", "close") : request, cancellationToken);
        }

        if (_kept is not { IsOpen: true })
        {
            _kept?.Dispose();
            _kept = await Connection.OpenAsync(address, cancellationToken);
        }

        return await _kept.AskAsync(request, cancellationToken) is { } answer ? [answer] : [];
    }

    public void Dispose() => _kept?.Dispose();
}
