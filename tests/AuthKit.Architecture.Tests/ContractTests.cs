using AuthKit.Architecture.Tests.Reading;
using AuthKit.Http;

namespace AuthKit.Architecture.Tests;

/// <summary>Contract, flow and store: none knows the other two.</summary>
public sealed class ContractTests
{
    private static IEnumerable<Type> Contracts => typeof(Contract).Assembly.GetTypes()
        .Where(type => !type.IsGenerated && (type.Namespace ?? "").StartsWith("AuthKit.Contracts", StringComparison.Ordinal));

    private static IEnumerable<Type> Flows => typeof(Command).Assembly.GetTypes()
        .Where(type => type.IsFlow || type.IsSubclassOf(typeof(Command)));

    [TestCaseSource(nameof(Contracts))]
    public void A_contract_names_no_store(Type contract) =>
        Assert.That(contract.Mentions().Where(BelongsToStores), Is.Empty);

    [TestCaseSource(nameof(Contracts))]
    public void A_contract_names_no_flow_s_implementation(Type contract) =>
        Assert.That(contract.Mentions().Where(type => type.IsFlow), Is.Empty);

    [TestCaseSource(nameof(Flows))]
    public void A_flow_speaks_no_sentence(Type flow) =>
        Assert.That(flow.Literals().Where(literal => literal.Contains(' ')), Is.Empty, "Sentences belong to phrasebooks.");

    [Test]
    public void There_are_contracts_and_flows() =>
        Assert.Multiple(() =>
        {
            Assert.That(Contracts.Count(type => type.IsSubclassOf(typeof(Contract))), Is.GreaterThanOrEqualTo(4));
            Assert.That(Flows.Count(type => type.IsFlow), Is.GreaterThanOrEqualTo(14));
        });

    private static bool BelongsToStores(Type type) =>
        type.Namespace == "AuthKit.Stores" || (type.Assembly.GetName().Name is { } name && House.Projects.Contains(name)
            && type.Assembly != typeof(Command).Assembly && type.Assembly != typeof(Contract).Assembly);
}
