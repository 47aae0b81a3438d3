using AuthKit.Passwords.Argon2;

namespace AuthKit.Core.Tests.Passwords.Argon2;

internal sealed class BlockTests
{
    [Test]
    public void Every_word_has_a_place_of_its_own_and_the_first_the_first()
    {
        var positions = Enumerable.Range(0, Block.Words).Select(Block.PositionOf).ToList();

        Assert.That(positions, Is.EquivalentTo(Enumerable.Range(0, Block.Words)));
        Assert.That(positions[0], Is.Zero, "J_1 and J_2 are read there");
    }

    [Test]
    public void Bytes_come_out_as_they_went_in()
    {
        var bytes = new byte[Block.Length];
        new Random(1).NextBytes(bytes);
        var block = new ulong[Block.Words];
        var again = new byte[Block.Length];

        Block.Read(bytes, block);
        Block.Write(block, again);

        Assert.That(again, Is.EqualTo(bytes));
    }
}
