using System.Globalization;
using System.Text.RegularExpressions;
using AuthKit.Contracts.Account;
using AuthKit.Http;

namespace AuthKit.Contracts.Tests.Coverage;

/// <summary>The page of <see cref="AccountContract"/> lists the problems that its routes can answer with.</summary>
internal sealed partial class ProblemTypeTests
{
    // A refresh fails with these where it narrows what was granted, which no row of the contract does.
    private static readonly Fault[] OfClients = [Fault.InvalidScope, Fault.InvalidTarget];

    [Test]
    public async Task The_page_lists_every_problem_and_its_status()
    {
        var page = await File.ReadAllTextAsync(Path.Combine(AppContext.BaseDirectory, "contracts", "account.md"));
        var listed = TableRow().Matches(page).Select(row => (row.Groups["type"].Value, int.Parse(row.Groups["status"].Value, CultureInfo.InvariantCulture)));

        // No row says that it is not for another method.
        var answered = new AccountContract().Rows([]).SelectMany(row => ContractFailure.FaultsOf(row, row.Describe()).Append(Fault.MethodNotAllowed).Except(OfClients).Select(fault => (Problem.TypeOf(fault), row.Refuse(new(fault)).Status))).Distinct();

        Assert.That(listed, Is.EquivalentTo(answered));
    }

    [Test]
    public void A_feature_s_fault_has_a_type_of_its_own() =>
        Assert.That(Problem.TypeOf(new Fault("second_factor_required", Fault.InvalidCredentials)), Is.EqualTo("urn:authkit:problem:second-factor-required"));

    [GeneratedRegex(@"^\| `(?<type>urn:[^`]+)` \| (?<status>\d+) \|", RegexOptions.Multiline)]
    private static partial Regex TableRow();
}
