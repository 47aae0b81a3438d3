using System.Collections.Concurrent;
using System.Diagnostics.Metrics;

namespace AuthKit.Contracts.Tests.Outages;

/// <summary>Everything that anything in the process measures while it is there.</summary>
internal sealed class RecordedMetrics : IDisposable
{
    private readonly MeterListener _listener = new();
    private readonly ConcurrentDictionary<string, bool> _series = new();

    public RecordedMetrics()
    {
        _listener.InstrumentPublished = (instrument, listener) => listener.EnableMeasurementEvents(instrument);
        Listen<byte>();
        Listen<short>();
        Listen<int>();
        Listen<long>();
        Listen<float>();
        Listen<double>();
        Listen<decimal>();
        _listener.Start();
    }

    /// <summary>Instruments and their tags, to be searched.</summary>
    public string Text
    {
        get
        {
            _listener.RecordObservableInstruments();
            return string.Join('\n', _series.Keys);
        }
    }

    public void Dispose() => _listener.Dispose();

    private void Listen<T>() where T : struct => _listener.SetMeasurementEventCallback<T>((instrument, _, tags, _) =>
        _series[$"{instrument.Meter.Name}/{instrument.Name} {string.Join(' ', tags.ToArray().Select(tag => $"{tag.Key}={tag.Value}"))}"] = true);
}
