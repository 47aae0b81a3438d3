namespace AuthKit.Features.Administration;

/// <summary>What administrators can do: a member for each flow, in the flow's own file.</summary>
public static partial class AdministrationFlows
{
    /// <summary>What every flow that changes something fails with beside its own.</summary>
    private static IReadOnlyList<Fault> Changing(params IReadOnlyList<Fault> own) => [AdministrationFaults.AdministratorsOnly, Fault.ProofRequired, .. own];
}
