using AuthKit.Databases;

namespace AuthKit.Tenants;

/// <summary>A tenant whose database a caller brought, as it is kept in the home database.</summary>
public sealed record TenantRecord
{
    /// <summary>The generated name, which is the <c>tid</c> of its tokens; unique.</summary>
    public required string Alias { get; init; }

    /// <summary>Its number, below the quota; unique, so that the store itself keeps the quota.</summary>
    public required int Slot { get; init; }

    /// <summary>The engine's <see cref="DatabaseEngine.Name"/>.</summary>
    public required string Engine { get; init; }

    /// <summary>A keyed hash of engine and connection string, 32 bytes; unique.</summary>
    public required byte[] Fingerprint { get; init; }

    /// <summary>The connection string, protected by <see cref="IConnectionProtector"/>.</summary>
    public required byte[] ProtectedConnection { get; init; }

    /// <summary>When a registration brought it.</summary>
    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>A keyed hash of the network that it was brought from, 32 bytes; null where that is not known.</summary>
    public byte[]? BroughtFrom { get; init; }

    /// <summary>Until when its slot is kept, if nobody uses it; null where a node of schema version 3 wrote it, which keeps it for as long as any from <see cref="CreatedAt"/>.</summary>
    public DateTimeOffset? KeptUntil { get; init; }

    /// <inheritdoc/>
    public override string ToString() => $"tenant {Alias}";
}
