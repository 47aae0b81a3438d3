using System.Text;
using AuthKit.Conformance;
using AuthKit.Contracts.Tests.Harness;
using AuthKit.Passwords;
using Microsoft.Extensions.DependencyInjection;
using Pair = AuthKit.Contracts.Tests.Harness.Pair;

namespace AuthKit.Contracts.Tests.Protection;

/// <summary>RFC 8265 §4.2: a password is the same whichever keyboard it is typed on.</summary>
internal sealed class PasswordFormTests
{
    private const string Composed = "mật khẩu dài 7!";

    private static readonly string Decomposed = Composed.Normalize(NormalizationForm.FormD);

    [Test]
    public async Task It_is_the_same_composed_or_not([ValueSource(typeof(Speaker), nameof(Speaker.OfPasswords))] object speaker, [Values] bool registersComposed)
    {
        await using var host = await TestHost.StartAsync();
        var (first, second) = registersComposed ? (Composed, Decomposed) : (Decomposed, Composed);
        await ((Speaker)speaker).RegisterAsync(host, password: first);

        Assert.That((await ((Speaker)speaker).SignInAsync(host, password: second)).Status, Is.EqualTo(200));
        Assert.That((await ((Speaker)speaker).SignInAsync(host, password: Composed.Replace('ậ', 'â'))).Status, Is.Not.EqualTo(200));
    }

    [Test]
    public async Task A_change_and_a_reset_take_it_in_either_form()
    {
        await using var host = await TestHost.StartAsync();
        var signedIn = await Pair.RegisterAsync(host);
        Assert.That((await MessageCodeSpeaker.UpdatePasswordAsync(host, signedIn.Access, Speaker.Password, Decomposed)).Status, Is.EqualTo(200));
        Assert.That((await new LaravelSpeaker().SignInAsync(host, password: Composed)).Status, Is.EqualTo(200));

        await LaravelSpeaker.RequestResetAsync(host);
        Assert.That((await LaravelSpeaker.ResetAsync(host, await host.Mails.NextTokenAsync(Speaker.Email), $"{Decomposed} 8")).Status, Is.EqualTo(200));
        Assert.That((await new LaravelSpeaker().SignInAsync(host, password: $"{Composed} 8")).Status, Is.EqualTo(200));
    }

    [Test]
    public async Task A_hash_of_what_was_typed_before_verifies_and_is_replaced()
    {
        await using var host = await TestHost.StartAsync();
        await new LaravelSpeaker().RegisterAsync(host);
        var ofBefore = host.Services.GetRequiredService<IPasswordHasher>().Hash(Decomposed);
        await using (var database = host.OpenHome())
        {
            var user = (await database.Users.FindByEmailAsync(Speaker.Email, default))!;
            await database.Users.UpdateAsync(user with { PasswordHash = ofBefore }, default);
        }

        Assert.That((await new LaravelSpeaker().SignInAsync(host, password: Composed)).Status, Is.EqualTo(401), "Nobody can tell the bytes from the form.");
        Assert.That((await new LaravelSpeaker().SignInAsync(host, password: Decomposed)).Status, Is.EqualTo(200));
        Assert.That((await new LaravelSpeaker().SignInAsync(host, password: Composed)).Status, Is.EqualTo(200));
    }
}
