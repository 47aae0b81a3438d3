using AuthKit.Passwords.Argon2;

namespace AuthKit.Core.Tests.Passwords.Argon2;

/// <summary>How lanes are shared among threads, whichever come and whenever they come.</summary>
internal sealed unsafe class MatrixFillingTests
{
    private const int Lanes = 5;
    private const int SegmentLength = 40;
    private const int Passes = 3;

    private readonly List<BlockMemory> _memories = [];

    [TearDown]
    public void TearDown()
    {
        _memories.ForEach(m => m.Dispose());
        _memories.Clear();
    }

    [Test]
    public void One_thread_alone_fills_every_lane()
    {
        var (filling, words) = Start();

        filling.Execute();

        Assert.That(Words(words).SequenceEqual(Expected()));
    }

    [Test]
    public void Threads_that_come_together_fill_what_one_would([Values(2, 5, 12)] int threads)
    {
        var (filling, words) = Start();

        var together = Enumerable.Range(0, threads).Select(_ => new Thread(filling.Execute)).ToList();
        together.ForEach(t => t.Start());
        together.ForEach(t => t.Join());

        Assert.That(Words(words).SequenceEqual(Expected()));
    }

    [Test]
    public void A_thread_that_comes_too_late_touches_nothing()
    {
        var (filling, words) = Start();
        filling.Execute();
        words.Clear();

        filling.Execute();

        Assert.That(new Span<byte>(words.Blocks, (int)words.Size).ContainsAnyExcept((byte)0), Is.False);
    }

    [Test]
    public void It_returns_only_when_the_helpers_are_done_too()
    {
        var expected = LastWords(Expected());
        for (var i = 0; i < 200; i++)
        {
            var (filling, memory) = Start();
            filling.Run(threads: 2);

            // Lanes are odd in number, so one of the two threads mostly has a segment to itself at the end.
            Assert.That(LastWords(Words(memory)), Is.EqualTo(expected));
        }
    }

    private ulong[] Expected()
    {
        var (filling, memory) = Start();
        filling.Run(threads: 1);
        return Words(memory).ToArray();
    }

    private (MatrixFilling, BlockMemory) Start()
    {
        var memory = new BlockMemory(BlockMatrix.Size(Lanes, SegmentLength));
        _memories.Add(memory);
        memory.Clear();
        var matrix = new BlockMatrix(memory, Lanes, SegmentLength);
        for (var lane = 0; lane < Lanes; lane++)
        {
            matrix.Words(lane, 0).Fill((ulong)lane + 1);
            matrix.Words(lane, 1).Fill((ulong)lane + 1000);
        }

        return (new MatrixFilling(matrix, Passes, Argon2Paths.Widest), memory);
    }

    private static Span<ulong> Words(BlockMemory memory)
        => new(memory.Blocks, Lanes * SegmentLength * BlockMatrix.Slices * Block.Words);

    private static ulong[] LastWords(ReadOnlySpan<ulong> words)
    {
        var last = new ulong[Lanes];
        for (var lane = 0; lane < Lanes; lane++)
            last[lane] = words[((lane + 1) * SegmentLength * BlockMatrix.Slices * Block.Words) - 1];
        return last;
    }
}
