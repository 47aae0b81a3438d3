namespace AuthKit.Fuzzing.Tests.Mutations;

/// <summary>Choices of a mutation.</summary>
internal static class Choice
{
    public static T Of<T>(this Random random, IReadOnlyList<T> choices) => choices[random.Next(choices.Count)];

    public static bool Chance(this Random random, int percent) => random.Next(100) < percent;

    /// <summary>A place in a text, its end among them.</summary>
    public static int Place(this Random random, string text) => random.Next(text.Length + 1);
}
