namespace AuthKit.Contracts.Tests.Replay;

/// <summary>The runner is worth something only if it notices.</summary>
internal sealed class PlaceholderTests
{
    private const string Jwt = "eyJhbGciOiJFUzI1NiJ9.eyJzdWIiOiIxIn0.AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA";

    private readonly Placeholders _placeholders = new();

    [Test]
    public void What_agrees_is_filled_to_the_actual_text()
    {
        var actual = $$"""{"token":"{{Jwt}}","code":200}""";

        Assert.That(_placeholders.Fill("""{"token":"{{jwt:access}}","code":200}""", actual), Is.EqualTo(actual));
        Assert.That(_placeholders.Write("Bearer {{access}}"), Is.EqualTo($"Bearer {Jwt}"));
        Assert.That(_placeholders.Fill("\"{{access}}\"", $"\"{Jwt}\""), Is.EqualTo($"\"{Jwt}\""));
    }

    [TestCase("""{"code":200,"token":"{{jwt}}"}""", TestName = "Another order of members is noticed")]
    [TestCase("""{"Token":"{{jwt}}","code":200}""", TestName = "Another case is noticed")]
    [TestCase("""{"token":"{{opaque}}","code":200}""", TestName = "Another kind of value is noticed")]
    [TestCase("""{"token":"{{jwt}}"}""", TestName = "A member too many is noticed")]
    [TestCase("""{"token":"{{jwt}}","code":200,"errors":{}}""", TestName = "A member too few is noticed")]
    [TestCase("""{"token":"{{jwt}}","code":"200"}""", TestName = "Another JSON type is noticed")]
    [TestCase("", TestName = "A body where none is expected is noticed")]
    public void What_differs_is_not(string expected)
    {
        var actual = $$"""{"token":"{{Jwt}}","code":200}""";

        Assert.That(_placeholders.Fill(expected, actual), Is.Not.EqualTo(actual));
    }

    [Test]
    public void A_name_that_stands_for_another_value_is_noticed()
    {
        _placeholders["access"] = "one";

        Assert.That(_placeholders.Fill("\"{{access}}\"", "\"another\""), Is.EqualTo("\"one\""));
    }

    [Test]
    public void A_name_that_stands_for_nothing_is_a_mistake() =>
        Assert.That(() => _placeholders.Write("{{nothing}}"), Throws.TypeOf<FormatException>());

    [TestCase("""{ "a" : [ 1, 2 ] }""", """{"a":[1,2]}""")]
    [TestCase("""{"a": " b  c ", "d": "e\" f\\" , "g": 1}""", """{"a":" b  c ","d":"e\" f\\","g":1}""")]
    public void Only_white_space_between_tokens_is_taken_away(string json, string compact) =>
        Assert.That(CompactJson.Of(json), Is.EqualTo(compact));
}
