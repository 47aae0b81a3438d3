using AuthKit.AuthorizationServer;
using AuthKit.Http;

namespace AuthKit.Hosting;

/// <summary>The contracts that the host has added, by name.</summary>
internal sealed class ContractRegistry(IEnumerable<Contract> contracts)
{
    public IReadOnlyList<Contract> All { get; } = [.. contracts];

    /// <summary>Whether what features serve at the host's root has been mapped, which is once for all contracts.</summary>
    public bool ServesFeatures { get; set; }

    /// <summary>Whether the routes of any contract were mapped.</summary>
    public bool Mapped { get; set; }

    /// <summary>Whether the metadata of interfaces is served.</summary>
    public bool ServesMetadata { get; set; }

    /// <summary>Where an interface's metadata is served (RFC 9728 §3.1); null where it is not.</summary>
    public string? MetadataOf(string identifier) => ServesMetadata ? ResourceMetadata.AddressOf(identifier) : null;

    /// <exception cref="ArgumentException">No contract has this name.</exception>
    public Contract Named(string name) => All.FirstOrDefault(contract => contract.Name == name)
        ?? throw new ArgumentException($"No contract is named '{name}'; added are: {string.Join(", ", All.Select(contract => contract.Name))}.", nameof(name));
}
