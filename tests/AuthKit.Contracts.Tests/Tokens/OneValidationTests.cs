using System.Net;
using System.Net.Http.Headers;
using System.Text;
using AuthKit.Contracts.Tests.Harness;
using AuthKit.Contracts.Tests.Outages;
using AuthKit.Databases;
using AuthKit.Records;
using AuthKit.Sessions;
using AuthKit.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace AuthKit.Contracts.Tests.Tokens;

/// <summary>A bearer token is validated once a request, although both ASP.NET Core and the route ask whose it is.</summary>
internal sealed class OneValidationTests
{
    private readonly BreakableStore _store = new(new SqliteStoreProvider());

    [Test]
    public async Task The_route_takes_what_the_authentication_scheme_found()
    {
        await using var host = await StartAsync();
        var pair = await Pair.RegisterAsync(host);
        var validations = 0;
        OnValidation(() => validations++);

        Assert.That((await MessageCodeSpeaker.GetUserAsync(host, pair.Access)).Status, Is.Not.EqualTo(401));

        Assert.That(validations, Is.EqualTo(1));
    }

    [Test]
    public async Task A_session_that_ended_while_the_body_was_on_its_way_counts_no_more()
    {
        await using var host = await StartAsync();
        var pair = await Pair.RegisterAsync(host);
        var (validated, ended) = (new TaskCompletionSource(), new TaskCompletionSource());
        OnValidation(() => validated.TrySetResult());
        using var body = new SlowBody("""[{"FullName":""", "\"Mallory\"}]", ended.Task);

        var answering = host.SendAsync(HttpMethod.Post, "/User/UpdateUser", body, Requests.Bearer(pair.Access));
        await validated.Task.WaitAsync(TimeSpan.FromSeconds(30));
        Assert.That((await host.PostJsonAsync("/api/v1/logout", $$"""{"token":"{{pair.Access}}"}""", Requests.Bearer(pair.Access))).Status, Is.EqualTo(200));
        ended.SetResult();

        Assert.That((await answering).Status, Is.EqualTo(401));
    }

    private void OnValidation(Action action) => _store.OnCall = call =>
    {
        if (call.Name == nameof(IRecords.FindAsync) && call.GetGenericArguments() is [var record] && record == typeof(Session))
            action();
    };

    private Task<TestHost> StartAsync() => TestHost.StartAsync(new()
    {
        // Otherwise a validation would not be seen at the store.
        Options = options => options.Tokens.SessionCheckInterval = TimeSpan.Zero,
        Build = builder =>
        {
            builder.Services.RemoveAll<IStoreProvider>();
            builder.Services.AddSingleton<IStoreProvider>(_store);
        },
    });

    /// <summary>A body whose second half is sent when a task ends.</summary>
    private sealed class SlowBody : HttpContent
    {
        private readonly string _first;
        private readonly string _second;
        private readonly Task _between;

        public SlowBody(string first, string second, Task between)
        {
            (_first, _second, _between) = (first, second, between);
            Headers.ContentType = new MediaTypeHeaderValue("application/json");
        }

        protected override async Task SerializeToStreamAsync(Stream stream, TransportContext? context)
        {
            await stream.WriteAsync(Encoding.UTF8.GetBytes(_first));
            await stream.FlushAsync();
            await _between;
            await stream.WriteAsync(Encoding.UTF8.GetBytes(_second));
        }

        protected override bool TryComputeLength(out long length)
        {
            length = _first.Length + _second.Length;
            return true;
        }
    }
}
