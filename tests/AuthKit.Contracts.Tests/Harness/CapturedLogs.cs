using System.Collections.Concurrent;
using System.Text;
using Microsoft.Extensions.Logging;

namespace AuthKit.Contracts.Tests.Harness;

/// <summary>Keeps everything that is logged: message, values, exception, and the scopes around it.</summary>
internal sealed class CapturedLogs : ILoggerProvider, ISupportExternalScope
{
    private readonly ConcurrentQueue<LogEntry> _entries = new();
    private IExternalScopeProvider _scopes = new LoggerExternalScopeProvider();

    public IReadOnlyCollection<LogEntry> Entries => _entries;

    /// <summary>All of it, to be searched.</summary>
    public string Text => string.Join('\n', _entries);

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
        }
    }
}

/// <summary>Something that was logged.</summary>
internal sealed record LogEntry(LogLevel Level, string Category, EventId Id, string Text);
