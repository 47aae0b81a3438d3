namespace AuthKit.OAuth.Tests.Browser;

/// <summary>People at the two samples, in the installed Chromium. Pictures are left in <c>artifacts/pictures</c>.</summary>
public sealed class JourneyTests
{
    private const string Scripts = "AuthKit.OAuth.Tests";
    private static readonly string Pictures = Path.Combine(Repository.Root, "artifacts", "pictures");

    private readonly OAuthSamples _samples = new();
    private string _client = "";
    private string _server = "";

    [OneTimeSetUp]
    public async Task StartSamplesAsync()
    {
        Installed.RequireChromium();
        Installed.RequireNodePackage("playwright-core", Scripts, "eng/oauth-clients.sh");
        var server = await _samples.StartServerAsync();
        var client = await _samples.StartClientAsync(server.Address);
        (_server, _client) = (server.Address, client.Address);
    }

    [OneTimeTearDown]
    public async Task StopSamplesAsync() => await _samples.DisposeAsync();

    [Test]
    public Task People_sign_up_consent_once_and_sign_out_and_in() => TakeAsync("whole-way");

    [Test]
    public Task No_page_needs_a_script() => TakeAsync("whole-way", "no-scripts");

    [Test]
    public Task The_server_is_enough_to_sign_up_and_out() => TakeAsync("no-client");

    [Test]
    public Task Whoever_denies_is_back_at_the_client() => TakeAsync("deny");

    [Test]
    public Task An_expired_form_has_a_way_to_start_over() => TakeAsync("expired");

    [Test]
    public Task A_keyboard_is_enough() => TakeAsync("keyboard");

    [Test]
    public Task A_Vietnamese_browser_is_answered_in_Vietnamese() => TakeAsync("vietnamese");

    [Test]
    public Task Every_page_fits_its_window_by_day_and_by_night() => TakeAsync("looks");

    private Task TakeAsync(string journey, params IEnumerable<string> more) =>
        new Script("node", $"{Scripts}/Browser/{journey}.mjs").RunAsync([_client, _server, Pictures, .. more]);
}
