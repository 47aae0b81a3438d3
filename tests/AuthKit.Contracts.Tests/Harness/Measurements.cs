using System.Collections.Concurrent;
using System.Diagnostics.Metrics;
using Microsoft.Extensions.DependencyInjection;

namespace AuthKit.Contracts.Tests.Harness;

/// <summary>What one host measures, each measurement by its tags.</summary>
internal sealed class Measurements : IDisposable
{
    private readonly ConcurrentQueue<(string Instrument, string Tags)> _all = new();
    private readonly MeterListener _listener = new();
    private Action _measured = () => { };

    public Measurements(TestHost host)
    {
        var factory = host.Services.GetRequiredService<IMeterFactory>();
        _listener.InstrumentPublished = (instrument, listener) =>
        {
            if (instrument.Meter.Name == "AuthKit" && instrument.Meter.Scope == factory)
                listener.EnableMeasurementEvents(instrument);
        };
        _listener.SetMeasurementEventCallback<long>((instrument, _, tags, _) => Add(instrument, tags));
        _listener.SetMeasurementEventCallback<double>((instrument, _, tags, _) => Add(instrument, tags));
        _listener.Start();
    }

    public IReadOnlyList<string> Of(string instrument) => [.. _all.Where(measured => measured.Instrument == instrument).Select(measured => measured.Tags)];

    /// <summary>Waits until an instrument has measured so often.</summary>
    public async Task CountsAsync(string instrument, int times)
    {
        var counted = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        _measured += Look;
        Look();
        await counted.Task.WaitAsync(TimeSpan.FromSeconds(20));

        void Look()
        {
            if (Of(instrument).Count >= times)
                counted.TrySetResult();
        }
    }

    public void Dispose() => _listener.Dispose();

    private void Add(Instrument instrument, ReadOnlySpan<KeyValuePair<string, object?>> tags)
    {
        _all.Enqueue((instrument.Name, string.Join(' ', tags.ToArray().Select(tag => $"{tag.Key}={tag.Value}"))));
        _measured();
    }
}
