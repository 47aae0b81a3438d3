using FsCheck;
using FsCheck.Fluent;

namespace AuthKit.Contracts.Tests.BadInput;

/// <summary>A good body with a few bytes changed, dropped, put in or repeated.</summary>
internal static class Mutations
{
    public static Gen<byte[]> Of(byte[] body) => Mutation(body.Length).NonEmptyListOf().Select(mutations => mutations.Take(8).Aggregate(body, Apply));

    private static Gen<(int Kind, int At, byte Value)> Mutation(int length) =>
        from kind in Gen.Choose(0, 3)
        from at in Gen.Choose(0, Math.Max(0, length - 1))
        from value in Gen.OneOf(Gen.Choose(0, 255), Gen.Elements("{}[]\",:\\&=%+".Select(c => (int)c)))
        select (kind, at, (byte)value);

    private static byte[] Apply(byte[] body, (int Kind, int At, byte Value) mutation)
    {
        var at = Math.Min(mutation.At, body.Length);
        return mutation.Kind switch
        {
            0 => [.. body[..at], mutation.Value, .. body[at..]],
            1 => [.. body[..at], .. body.Skip(at + 1)],
            2 => [.. body[..at], mutation.Value, .. body.Skip(at + 1)],
            _ => [.. body[..at], .. body],
        };
    }
}
