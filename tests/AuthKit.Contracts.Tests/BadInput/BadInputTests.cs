using System.Net.Http.Headers;
using System.Text;
using AuthKit.Contracts.Tests.Coverage;
using AuthKit.Contracts.Tests.Harness;
using FsCheck;
using FsCheck.Fluent;

namespace AuthKit.Contracts.Tests.BadInput;

/// <summary>
/// Whatever is sent to whatever route, the answer is in the contract's envelope, and never the host's failure. Every
/// property is tried on every route that the endpoints' metadata lists.
/// </summary>
internal sealed class BadInputTests
{
    [Test]
    public Task Random_bodies() => ForEachRouteAsync(30, _ => ArbMap.Default.GeneratorFor<byte[]>(), (request, body) => Post(request, body));

    [Test]
    public Task Good_bodies_with_a_few_bytes_changed() => ForEachRouteAsync(60, request => Mutations.Of(request.Body), (request, body) => Post(request, body));

    [Test]
    public Task Odd_JSON() => ForEachRouteAsync(60, OddJson.Body, (request, body) => Post(request, Encoding.UTF8.GetBytes(body)));

    [Test]
    public Task Form_fields_of_odd_text() => ForEachRouteAsync(20, _ => Gen.Elements(OddText).ArrayOf(4), (request, texts) =>
        Post(request, Encoding.ASCII.GetBytes(string.Join('&', request.BodyFields.Zip(texts.Concat(texts), (name, text) => $"{name}={text}").Prepend($"{request.Route.Condition?.Field}={request.Route.Condition?.Value}")))));

    [Test]
    public Task Bodies_around_and_beyond_the_limit() => ForEachRouteAsync(8, _ => Sizes, (request, sent) =>
    {
        var message = Post(request, [.. request.Body, .. Enumerable.Repeat((byte)' ', Math.Max(0, sent.Size - request.Body.Length))]);
        message.Headers.TransferEncodingChunked = sent.Chunked;
        return message;
    });

    [Test]
    public Task Other_content_types() => ForEachRouteAsync(20, _ => Gen.Elements(ContentTypes), (request, contentType) => Post(request, request.Body, contentType));

    [Test]
    public Task Odd_headers() => ForEachRouteAsync(30, _ => OddHeaders, (request, headers) =>
    {
        var message = Post(request, request.Body);
        message.Headers.Remove("Authorization");
        foreach (var (name, value) in headers)
            Assert.That(message.Headers.TryAddWithoutValidation(name, value), Is.True);
        return message;
    });

    [Test]
    public Task Other_methods() => ForEachRouteAsync(10, _ => Gen.Elements("GET", "HEAD", "PUT", "DELETE", "PATCH", "OPTIONS", "TRACE", "PROPFIND", "post", "BREW"), (request, method) =>
    {
        var message = Post(request, request.Body);
        message.Method = new(method);
        return message;
    });

    [Test]
    public Task Odd_query_strings() => ForEachRouteAsync(30, request => Query(request), (request, query) =>
    {
        var message = Post(request, request.Body);
        message.RequestUri = new($"{request.Path}?{query}", UriKind.Relative);
        return message;
    });

    private static readonly string[] OddText =
    [
        "", "%", "%zz", "%00", "a%00b%40example.com", "%ED%A0%80", "%FF%FE", "+", "%E2%80%AE", "%0d%0aBcc%3a", "%F0%9F%98%80", "=", "a=b", "%EF%B7%BA%40example.com", new string('a', 600),
    ];

    private static readonly string?[] ContentTypes =
    [
        null, "", "text/plain", "application/json; charset=utf-16", "application/json; charset=", "application/json; charset=\"", "application/x-www-form-urlencoded; charset=iso-8859-1",
        "multipart/form-data; boundary=x", "multipart/form-data", "application/problem+json", "application/*", "*/*", "application", "application/json, text/plain", ";", new string('a', 4000),
    ];

    private static Gen<(int Size, bool Chunked)> Sizes =>
        from size in Gen.Elements((64 * 1024) - 1, 64 * 1024, (64 * 1024) + 1, 80 * 1024)
        from chunked in Gen.Elements(true, false)
        select (size, chunked);

    private static Gen<(string Name, string Value)[]> OddHeaders
    {
        get
        {
            var value = Gen.OneOf(
                Gen.Elements("", "Bearer", "Bearer ", "bearer x", "Bearer a.b.c", "Bearer a.b.c.d.e", "Basic YTpi", "Bearer  x  y", "Bearer \"", "Negotiate", $"Bearer {new string('a', 6_000)}", "Bearer ..", "Bearer eyJhbGciOiJub25lIn0.e30."),
                Gen.Elements(Enumerable.Range(32, 95).Select(c => ((char)c).ToString())).ArrayOf(40).Select(string.Concat));
            var header = from name in Gen.Elements("Authorization", "Token", "X-Tenant", "Accept", "X-Forwarded-For", "Origin", "Cookie") from text in value select (name, text);
            // More than two of the longest, and the server itself answers 431 before there is a route.
            return header.ArrayOf().Select(headers => headers.Take(2).ToArray());
        }
    }

    private static Gen<string> Query(SampleRequest request)
    {
        var parameter = from name in Gen.Elements(request.Route.Fields.Select(field => field.Name).Append("other").Append("").ToArray())
                        from text in Gen.Elements(OddText)
                        select $"{name}={text}";
        return parameter.ArrayOf().Select(parameters => string.Join('&', parameters.Take(6)));
    }

    private static HttpRequestMessage Post(SampleRequest request, byte[] body, string? contentType = "")
    {
        var message = new HttpRequestMessage(request.Method, request.Target) { Content = new ByteArrayContent(body) };
        if (contentType is not null)
            message.Content.Headers.TryAddWithoutValidation("Content-Type", contentType.Length > 0 ? contentType : request.ContentType);
        if (request.Route.Bearer)
            message.Headers.Authorization = new AuthenticationHeaderValue("Bearer", request.AccessToken);
        return message;
    }

    private static async Task ForEachRouteAsync<T>(int times, Func<SampleRequest, Gen<T>> inputs, Func<SampleRequest, T, HttpRequestMessage> ask)
    {
        await using var host = await TestHost.StartAsync(new()
        {
            Options = options =>
            {
                SharedProviders.Instance.Configure(options);
                options.OAuth.OpenRegistration = true;
            },
        });
        var account = await Pair.RegisterAsync(host, "carl@example.com");
        var requests = ServedRoutes.PathsOf(host)
            .SelectMany(path => path.Routes.Select(route => new SampleRequest(path.Contract, path.Path, route, account.Access)))
            .ToList();
        Assert.That(requests, Has.Count.GreaterThan(20));
        foreach (var request in requests)
            Check.One(Config.QuickThrowOnFailure.WithMaxTest(times).WithQuietOnSuccess(true), Prop.ForAll(inputs(request).ToArbitrary(), input => AssertAnswered(host, request, ask(request, input))));
    }

    // FsCheck is synchronous, and so this is.
    private static void AssertAnswered(TestHost host, SampleRequest request, HttpRequestMessage message)
    {
        using var asked = message;
        using var response = host.Http.SendAsync(asked).GetAwaiter().GetResult();
        var answer = Answer.ReadAsync(response).GetAwaiter().GetResult();
        Assert.That(answer.Status, Is.LessThan(500), $"{request}\n{answer.Body}");
        if (asked.Method == HttpMethod.Head)
            Assert.That(answer.Body, Is.Empty);
        else if (answer.Status >= 400)
            Envelope.AssertFailure(request.Contract, answer, request.ToString());
        else
            Envelope.AssertSuccess(request.Contract, answer);
    }
}
