namespace AuthKit.Benchmarks.Argon2;

/// <summary>An implementation of Argon2id.</summary>
internal abstract class Contender(string name)
{
    protected static readonly byte[] Password = "correct horse battery staple"u8.ToArray();
    protected static readonly byte[] Salt = "somesaltsomesalt"u8.ToArray();

    public string Name => name;

    /// <summary>Whether it can compute this many lanes.</summary>
    public virtual bool Supports(Cost cost) => true;

    /// <summary>Hashes once, computing the lanes on up to so many threads.</summary>
    public abstract void Hash(Cost cost, int threads, Span<byte> tag);

    /// <summary>Gives up what is kept between hashes.</summary>
    public virtual void Forget()
    {
    }
}
