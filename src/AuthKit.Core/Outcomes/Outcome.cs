using System.Diagnostics.CodeAnalysis;

namespace AuthKit;

/// <summary>What a flow gives: a value, or the failure that stands in its place.</summary>
/// <typeparam name="T">The value's type.</typeparam>
public sealed record Outcome<T> where T : notnull
{
    private Outcome(T? value, Failure? failure) => (Value, Failure) = (value, failure);

    /// <summary>The value, where there is one.</summary>
    public T? Value { get; }

    /// <summary>The failure, where there is no value.</summary>
    public Failure? Failure { get; }

    /// <summary>Whether there is a value.</summary>
    /// <param name="value">The value.</param>
    /// <param name="failure">The failure.</param>
    public bool Succeeded([NotNullWhen(true)] out T? value, [NotNullWhen(false)] out Failure? failure)
    {
        (value, failure) = (Value, Failure);
        return failure is null;
    }

    /// <summary>An outcome with a value.</summary>
    public static implicit operator Outcome<T>(T value) => new(value, null);

    /// <summary>An outcome with a failure.</summary>
    public static implicit operator Outcome<T>(Failure failure) => new(default, failure);

    /// <summary>An outcome with a failure that no field explains.</summary>
    public static implicit operator Outcome<T>(Fault fault) => new(default, new Failure(fault));
}
