using System.Text.Json;
using AuthKit.Contracts.Tests.Harness;
using AuthKit.Contracts.Tests.Replay;
using AuthKit.Http;
using Microsoft.Extensions.DependencyInjection;

namespace AuthKit.Contracts.Tests.Features;

/// <summary>A feature is written once, and each contract speaks it as if it always had.</summary>
internal sealed class SpellingTests
{
    private const string Id = "00000000-0000-0000-0000-000000000000";

    private static TestHost _host = null!;
    private static string _token = null!;

    [OneTimeSetUp]
    public static async Task StartAsync()
    {
        _host = await TestHost.StartAsync(new() { Build = authKit => authKit.AddFeature(new StickersFeature()) });
        var laravel = Speaker.All.OfType<LaravelSpeaker>().Single();
        await laravel.RegisterAsync(_host);
        _token = (await laravel.SignInAsync(_host)).Member("data.access_token")!;
    }

    [OneTimeTearDown]
    public static async Task StopAsync() => await _host.DisposeAsync();

    [TestCase("/api/v1/authenticate/sticker-album/my-stickers", """{"sticker_name":"0","is_rare":true}""", """{"model":{"sticker_id":"{{guid}}","sticker_name":"0","is_rare":true},"message":null,"hasError":false,"errorMessage":[],"serverErrorMessage":[]}""")]
    [TestCase("/api/v1/sticker-album/my-stickers", """{"sticker_name":"1"}""", """{"data":{"sticker_id":"{{guid}}","sticker_name":"1","is_rare":false},"message":"","errors":{},"code":201}""")]
    [TestCase("/User/StickerAlbum/MyStickers", """[{"StickerName":"2","IsRare":true}]""", """{"Content":{"StickerId":"{{guid}}","StickerName":"2","IsRare":true},"Message":null,"MessageCode":200}""")]
    [TestCase("/sticker_album/my_stickers", """{"sticker_name":"3"}""", """{"status":"SUCCESS","sticker_id":"{{guid}}","sticker_name":"3","is_rare":false}""")]
    [TestCase("/api/auth/sticker-album/my-stickers", """{"stickerName":"4",}""", """{"stickerId":"{{guid}}","stickerName":"4","isRare":false}""")]
    [TestCase("/account/sticker-album/my-stickers", """{"stickerName":"5"}""", """{"stickerId":"{{guid}}","stickerName":"5","isRare":false}""")]
    public async Task Paths_fields_and_members_are_the_contracts(string path, string request, string reply)
    {
        var answer = await _host.PostJsonAsync(path, request, Requests.Bearer(_token));

        AssertIs(201, reply, answer);
    }

    [TestCase("/api/v1/authenticate/sticker-album/my-stickers", """{"sticker_name":"a"}""", """{"model":{"known_id":"{{guid}}","other_names":["another a"]},"message":null,"hasError":true,"errorMessage":["You have this sticker."],"serverErrorMessage":[]}""")]
    [TestCase("/api/v1/sticker-album/my-stickers", """{"sticker_name":"b"}""", """{"code":409,"data":{"known_id":"{{guid}}","other_names":["another b"]},"message":"You have this sticker.","errors":{}}""")]
    [TestCase("/User/StickerAlbum/MyStickers", """[{"StickerName":"c"}]""", """{"Content":{"KnownId":"{{guid}}","OtherNames":["another c"]},"Message":"You have this sticker.","MessageCode":2}""")]
    [TestCase("/sticker_album/my_stickers", """{"sticker_name":"d"}""", """{"status":"ERROR","message":"You have this sticker.","error":"invalid_request","error_description":"You have this sticker.","known_id":"{{guid}}","other_names":["another d"]}""")]
    [TestCase("/api/auth/sticker-album/my-stickers", """{"stickerName":"e"}""", """{"success":false,"message":"You have this sticker.","knownId":"{{guid}}","otherNames":["another e"]}""")]
    [TestCase("/account/sticker-album/my-stickers", """{"stickerName":"f"}""", """{"type":"urn:authkit:problem:known-sticker","title":"Known sticker","status":409,"detail":"You have this sticker.","knownId":"{{guid}}","otherNames":["another f"]}""")]
    public async Task What_a_failure_has_to_say_beyond_its_sentence_stands_in_the_envelope(string path, string request, string reply)
    {
        await _host.PostJsonAsync(path, request, Requests.Bearer(_token));

        var answer = await _host.PostJsonAsync(path, request, Requests.Bearer(_token));

        AssertIs(409, reply, answer);
    }

    [TestCase("/api/v1/authenticate/sticker-album/my-stickers", "{}", "The sticker_name field is required.")]
    [TestCase("/api/v1/sticker-album/my-stickers", "{}", "The sticker_name field is required.")]
    [TestCase("/User/StickerAlbum/MyStickers", "[{}]", "The StickerName field is required.")]
    [TestCase("/sticker_album/my_stickers", "{}", "The sticker_name field is required.")]
    [TestCase("/api/auth/sticker-album/my-stickers", "{}", "stickerName field is required.")]
    [TestCase("/account/sticker-album/my-stickers", "{}", """{"stickerName":["The stickerName field is required."]}""")]
    public async Task A_field_at_fault_is_named_as_it_is_sent(string path, string request, string sentence)
    {
        var answer = await _host.PostJsonAsync(path, request, Requests.Bearer(_token));

        Assert.That(answer.Status, Is.AnyOf(400, 422));
        Assert.That(answer.Body, Does.Contain(sentence));
    }

    [TestCase("/api/v1/authenticate/sticker-album/my-stickers")]
    [TestCase("/api/v1/sticker-album/my-stickers")]
    [TestCase("/User/StickerAlbum/MyStickers")]
    [TestCase("/sticker_album/my_stickers")]
    [TestCase("/api/auth/sticker-album/my-stickers")]
    [TestCase("/account/sticker-album/my-stickers")]
    public async Task A_part_of_the_path_is_read_and_what_is_not_there_is_404(string path)
    {
        var made = await _host.PostJsonAsync("/api/auth/sticker-album/my-stickers", $$"""{"stickerName":"{{path}}"}""", Requests.Bearer(_token));

        var removed = await _host.SendAsync(HttpMethod.Delete, $"{path}/{made.Member("stickerId")}", content: null, Requests.Bearer(_token));
        var again = await _host.SendAsync(HttpMethod.Delete, $"{path}/{made.Member("stickerId")}", content: null, Requests.Bearer(_token));
        var anonymous = await _host.SendAsync(HttpMethod.Delete, $"{path}/{Id}", content: null);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(removed.Status, Is.EqualTo(path.StartsWith("/account", StringComparison.Ordinal) ? 204 : 200));
            Assert.That(again.Status, Is.EqualTo(404));
            Assert.That(anonymous.Status, Is.EqualTo(401));
        }
    }

    [Test]
    public async Task A_contract_whose_document_knows_another_header_for_tokens_reads_it_for_features_too()
    {
        var own = await _host.GetAsync("/User/StickerAlbum/MyStickers", ("Token", _token));
        var elsewhere = await _host.GetAsync("/api/v1/sticker-album/my-stickers", ("Token", _token));

        Assert.That(own.Status, Is.EqualTo(200));
        Assert.That(elsewhere.Status, Is.EqualTo(401));
    }

    [TestCase("/api/v1/authenticate/sticker-album/sign-in", """{"user_email":"anna@example.com","user_password":"correct horse 7!","client_id":"quickstart","client_secret":"quickstart-secret"}""", """{"model":{"access_token":"{{jwt}}","error":null,"error_description":null,"expires_in":900,"id_token":null,"refresh_token":null,"token_type":"Bearer"},"message":null,"hasError":false,"errorMessage":[],"serverErrorMessage":[]}""")]
    [TestCase("/api/v1/sticker-album/sign-in", """{"user_email":"anna@example.com","user_password":"correct horse 7!"}""", """{"data":{"token_type":"Bearer","expires_in":900,"access_token":"{{jwt}}","refresh_token":"{{opaque}}"},"message":"","errors":{},"code":200}""")]
    [TestCase("/User/StickerAlbum/SignIn", """[{"UserEmail":"anna@example.com","UserPassword":"correct horse 7!"}]""", """{"Content":{"TokenId":"{{jwt}}","Email":"anna@example.com","ExpiredTime":"2026-01-01T12:15:00+00:00","Status":"R"},"Message":null,"MessageCode":200}""")]
    [TestCase("/sticker_album/sign_in", """{"user_email":"anna@example.com","user_password":"correct horse 7!","client_id":"quickstart","client_secret":"quickstart-secret","scope":"offline_access"}""", """{"status":"SUCCESS","access_token":"{{jwt}}","refresh_token":"{{opaque}}","token_type":"Bearer","expires_in":900,"scope":"offline_access"}""")]
    [TestCase("/api/auth/sticker-album/sign-in", """{"userEmail":"anna@example.com","userPassword":"correct horse 7!"}""", """{"token":"{{jwt}}","refreshToken":"{{opaque}}"}""")]
    [TestCase("/account/sticker-album/sign-in", """{"userEmail":"anna@example.com","userPassword":"correct horse 7!"}""", """{"accessToken":"{{jwt}}","tokenType":"Bearer","expiresIn":900,"refreshToken":"{{opaque}}"}""")]
    public async Task A_sign_in_answers_as_the_contracts_own_does(string path, string request, string reply)
    {
        var answer = await _host.PostJsonAsync(path, request);

        AssertIs(200, reply, answer);
    }

    [Test]
    public async Task A_form_will_do_where_the_contract_reads_forms()
    {
        using var form = new FormUrlEncodedContent([new("sticker_name", "from a form"), new("is_rare", "true")]);

        var answer = await _host.SendAsync(HttpMethod.Post, "/sticker_album/my_stickers", form, Requests.Bearer(_token));

        AssertIs(201, """{"status":"SUCCESS","sticker_id":"{{guid}}","sticker_name":"from a form","is_rare":true}""", answer);
    }

    [Test]
    public void A_copy_in_another_style_names_members_in_that_style()
    {
        var tenant = new TenantContract().Spelling;
        _ = tenant.MemberOf("stickerName");

        var copy = tenant with { Members = NameStyle.SnakeCase };

        Assert.That(copy.MemberOf("stickerName"), Is.EqualTo("sticker_name"));
        Assert.That(JsonSerializer.Serialize(new { StickerName = 1 }, copy.Json), Is.EqualTo("""{"sticker_name":1}"""));
    }

    private static void AssertIs(int status, string reply, Answer answer)
    {
        Assert.That(answer.Body, Is.EqualTo(new Placeholders().Fill(reply, answer.Body)));
        Assert.That(answer.Status, Is.EqualTo(status));
    }
}
