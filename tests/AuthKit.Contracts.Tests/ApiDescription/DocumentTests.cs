using System.Text.Json.Nodes;
using Microsoft.OpenApi;

namespace AuthKit.Contracts.Tests.ApiDescription;

/// <summary>The document is one that clients can be made from.</summary>
internal sealed class DocumentTests
{
    private static readonly string[] LoginStatuses = ["200", "400", "401", "403", "408", "413", "415", "422", "429", "500", "503"];

    [Test]
    public async Task It_is_valid_OpenAPI([Values] bool older)
    {
        var document = older ? await DescribedHosts.OlderAsync() : await DescribedHosts.UsualAsync();

        var (read, diagnostic) = OpenApiDocument.Parse(document.Text, "json");

        Assert.That((string?)document.Json["openapi"], Does.StartWith(older ? "3.0." : "3.1."));
        Assert.That(read, Is.Not.Null);
        Assert.That(diagnostic!.Errors.Concat(diagnostic.Warnings).Select(error => error.ToString()), Is.Empty);
    }

    [Test]
    public async Task Every_operation_of_a_contract_has_a_name_of_its_own_a_summary_and_a_tag()
    {
        var operations = (await DescribedHosts.UsualAsync()).Operations.Where(each => each.Operation["operationId"] is not null).ToList();

        Assert.That(operations.Select(each => (string?)each.Operation["operationId"]), Is.Unique.And.All.Match("^[a-z][A-Za-z0-9]+$"));
        Assert.That(operations.Select(each => (string?)each.Operation["operationId"]), Is.SupersetOf(new[] { "laravelPasswordEmail", "oauthToken" }));
        Assert.That(operations, Has.Count.GreaterThan(30));
        Assert.That(operations.Select(each => (string?)each.Operation["summary"]), Is.All.Match("^[A-Z]"));
        Assert.That(operations.Select(each => each.Operation["tags"]!.AsArray().Count), Is.All.EqualTo(1));
    }

    [Test]
    public async Task A_route_lists_the_statuses_that_it_can_answer_with_and_their_envelope()
    {
        var replies = (await DescribedHosts.UsualAsync()).Operation("POST", "/api/v1/login")!["responses"]!.AsObject();

        Assert.That(replies.Select(reply => reply.Key), Is.EqualTo(LoginStatuses));
        Assert.That(replies.Where(reply => reply.Key is not ("200" or "401")).Select(reply => Reference(reply.Value!)), Is.All.EqualTo("LaravelFailure"));
        Assert.That(Reference(replies["200"]!), Is.EqualTo("LaravelSuccessOfTokenData"));
    }

    [TestCase("/api/v1/authenticate/connect/token", "ConnectModelFirstReplyOfSecondFactorChallenge", "model")]
    [TestCase("/api/v1/login", "LaravelFailureWithOfSecondFactorChallenge", "data")]
    [TestCase("/User/Login", "MessageCodeReplyOfSecondFactorChallenge", "Content")]
    [TestCase("/api/auth/login", "TenantDetailedFailureOfTenantFailureAndSecondFactorChallenge", "expiresIn")]
    [TestCase("/account/login", "AccountDetailedFailureOfProblemAndSecondFactorChallenge", "expiresIn")]
    public async Task What_a_failure_carries_for_going_on_is_described(string path, string model, string member)
    {
        var document = await DescribedHosts.UsualAsync();
        var content = document.Operation("POST", path)!["responses"]!["401"]!["content"]!.AsObject().Single().Value!;

        Assert.That(content["schema"]!["anyOf"]!.AsArray().Select(each => ((string?)each!["$ref"])?.Split('/')[^1]), Does.Contain(model));
        Assert.That(document.Model(model)["required"]!.AsArray().Select(name => (string?)name), Does.Contain(member));
    }

    [Test]
    public async Task Types_are_those_on_the_wire()
    {
        var document = await DescribedHosts.UsualAsync();

        using (Assert.EnterMultipleScope())
        {
            Assert.That((string?)Member("LaravelTokenData", "expires_in")["type"], Is.EqualTo("integer"));
            Assert.That((string?)Member("LaravelFailure", "code")["type"], Is.EqualTo("integer"));
            Assert.That((string?)Member("MessageCodeReplyOfSignInContent", "MessageCode")["type"], Is.EqualTo("integer"));
            Assert.That((string?)Member("OAuthRegisterRequest", "redirect_uris")["items"]!["type"], Is.EqualTo("string"));
            Assert.That((string?)Member("OAuthRegisterRequest", "jwks")["type"], Is.EqualTo("object"));
            Assert.That((string?)Member("OAuthIntrospectionReply", "active")["type"], Is.EqualTo("boolean"));
        }

        JsonNode Member(string model, string name) => document.Model(model)["properties"]![name]!;
    }

    [Test]
    public async Task What_grants_of_one_path_reply_is_one_model_and_what_they_read_is_told_apart()
    {
        var token = (await DescribedHosts.UsualAsync()).Operation("POST", "/token")!;
        var body = token["requestBody"]!["content"]!["application/x-www-form-urlencoded"]!["schema"]!;

        Assert.That(Reference(token["responses"]!["200"]!), Is.EqualTo("OAuthDocumentedReplyOfTokenReply"));
        Assert.That(body["oneOf"]!.AsArray(), Has.Count.EqualTo(5));
        Assert.That(body["discriminator"]!["mapping"]!.AsObject().Select(value => value.Key), Is.EquivalentTo(new[]
        {
            "authorization_code", "refresh", "refresh_token", "client_credentials", "urn:ietf:params:oauth:grant-type:device_code",
            "urn:ietf:params:oauth:grant-type:token-exchange",
        }));
    }

    [TestCase("POST", "/api/v1/logout", "AuthKit")]
    [TestCase("GET", "/User/GetUser", "AuthKit | AuthKitToken")]
    [TestCase("POST", "/token", "AuthKitClient | ")]
    [TestCase("POST", "/register", "AuthKitInitialAccess")]
    [TestCase("POST", "/api/v1/login", null)]
    [TestCase("GET", "/account/me", "AuthKit | AuthKitCookie")]
    [TestCase("POST", "/account/login", null)]
    [TestCase("GET", "/me", "AuthKit | AuthKitCookie | AuthKitOAuth2() | AuthKitOpenIdConnect()")]
    [TestCase("GET", "/stock", "AuthKit | AuthKitCookie | AuthKitOAuth2(stock.read) | AuthKitOpenIdConnect(stock.read)")]
    [TestCase("GET", "/open", null)]
    [TestCase("GET", "/open-after-all", null)]
    [TestCase("GET", "/cookies-alone", null)]
    public async Task Whoever_asks_for_a_token_says_so(string method, string path, string? schemes)
    {
        var security = (await DescribedHosts.UsualAsync()).Operation(method, path)!["security"]?.AsArray();

        var said = security is { Count: > 0 } ? string.Join(" | ", security.Select(Alternative)) : null;

        Assert.That(said, Is.EqualTo(schemes));
    }

    [Test]
    public async Task The_host_s_own_endpoints_list_their_refusals()
    {
        var document = await DescribedHosts.UsualAsync();

        Assert.That(document.Operation("GET", "/me")!["responses"]!.AsObject().Select(reply => reply.Key), Is.EquivalentTo(new[] { "200", "401" }));
        Assert.That(document.Operation("GET", "/stock")!["responses"]!.AsObject().Select(reply => reply.Key), Is.EquivalentTo(new[] { "200", "401", "403" }));
        Assert.That(document.Operation("GET", "/open")!["responses"]!.AsObject().Select(reply => reply.Key), Is.EquivalentTo(new[] { "200" }));
    }

    [Test]
    public async Task The_authorization_server_is_found_by_those_who_send_users_there()
    {
        var schemes = (await DescribedHosts.UsualAsync()).Json["components"]!["securitySchemes"]!;

        Assert.That((string?)schemes["AuthKitOpenIdConnect"]!["openIdConnectUrl"], Is.EqualTo("https://auth.example/.well-known/openid-configuration"));
        Assert.That((string?)schemes["AuthKitOAuth2"]!["flows"]!["authorizationCode"]!["authorizationUrl"], Is.EqualTo("https://auth.example/authorize"));
        Assert.That((string?)schemes["AuthKitOAuth2"]!["flows"]!["authorizationCode"]!["scopes"]!["stock.read"], Is.EqualTo("Read what is in stock"));
    }

    // An empty list of scopes is written where a scheme has scopes.
    private static string Alternative(JsonNode? requirement) => string.Join(" & ", requirement!.AsObject().Select(scheme =>
        scheme.Key is "AuthKitOAuth2" or "AuthKitOpenIdConnect" ? $"{scheme.Key}({string.Join(' ', scheme.Value!.AsArray())})" : scheme.Key));

    private static string? Reference(JsonNode reply) => ((string?)reply["content"]!["application/json"]!["schema"]!["$ref"])?.Split('/')[^1];
}
