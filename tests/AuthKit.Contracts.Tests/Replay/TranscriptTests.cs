using AuthKit.Contracts.Tests.Harness;

namespace AuthKit.Contracts.Tests.Replay;

/// <summary>Every documented request and reply, replayed on every engine.</summary>
[TestFixtureSource(typeof(Engine), nameof(Engine.All))]
internal sealed class TranscriptTests(Engine engine)
{
    [TestCaseSource(typeof(TranscriptLibrary), nameof(TranscriptLibrary.All))]
    [TestCaseSource(typeof(TranscriptLibrary), nameof(TranscriptLibrary.Features))]
    public async Task Replays(Transcript transcript)
    {
        await using var host = await TestHost.StartAsync(Variants.Of(transcript, engine));
        var player = new Player(host);
        foreach (var each in TranscriptLibrary.WithPrelude(transcript))
            await player.PlayAsync(each);
    }
}
