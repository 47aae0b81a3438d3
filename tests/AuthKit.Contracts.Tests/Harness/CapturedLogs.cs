using System.Collections.Concurrent;
using System.Text;
using Microsoft.Extensions.Logging;

namespace AuthKit.Contracts.Tests.Harness;

/// <summary>Keeps everything that is logged: message, values, exception, and the scopes around it.</summary>
internal sealed class CapturedLogs : ILoggerProvider, ISupportExternalScope
{
    private readonly ConcurrentQueue<LogEntry> _entries = new();
    private Action _logged = () => { };
    private IExternalScopeProvider _scopes = new LoggerExternalScopeProvider();

    public IReadOnlyCollection<LogEntry> Entries => _entries;

    /// <summary>All of it, to be searched.</summary>
    public string Text => string.Join('\n', _entries);

    /// <summary>Waits until a text has been logged so often.</summary>
    public async Task SaysAsync(string text, int times = 1)
    {
        var said = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        _logged += Look;
        Look();
        await said.Task.WaitAsync(TimeSpan.FromSeconds(20));

        void Look()
        {
            if (_entries.Count(entry => entry.Text.Contains(text, StringComparison.Ordinal)) >= times)
                said.TrySetResult();
        }
    }

    /// <summary>What has been logged since the last time, which is forgotten.</summary>
    public IReadOnlyList<LogEntry> TakeAll()
    {
        var taken = new List<LogEntry>();
        while (_entries.TryDequeue(out var entry))
            taken.Add(entry);
        return taken;
    }

    public ILogger CreateLogger(string categoryName) => new Logger(this, categoryName);

    public void SetScopeProvider(IExternalScopeProvider scopeProvider) => _scopes = scopeProvider;

    public void Dispose()
    {
    }

    private sealed class Logger(CapturedLogs logs, string category) : ILogger
    {
        public IDisposable? BeginScope<TState>(TState state) where TState : notnull => logs._scopes.Push(state);

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
        {
            var text = new StringBuilder(formatter(state, exception));
            if (state is IEnumerable<KeyValuePair<string, object?>> values)
                text.AppendJoin("; ", values.Select(value => $"{value.Key}={value.Value}"));
            logs._scopes.ForEachScope((scope, into) => into.Append(" => ").Append(scope), text);
            logs._entries.Enqueue(new(logLevel, category, eventId, text.Append(exception).ToString()));
            logs._logged();
        }
    }
}

/// <summary>Something that was logged.</summary>
internal sealed record LogEntry(LogLevel Level, string Category, EventId Id, string Text);
