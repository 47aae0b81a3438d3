using AuthKit.SignIns;
using Microsoft.AspNetCore.Http;

namespace AuthKit.Http;

/// <summary>A status that a route can fail with.</summary>
/// <param name="Status">The HTTP status.</param>
/// <param name="Sentences">What is said there.</param>
public sealed record ContractFailure(int Status, IReadOnlyList<string> Sentences)
{
    /// <summary>The types of bodies that carry more than the failure itself (<see cref="AuthKit.Failure.Detail"/>).</summary>
    /// <value>Default: none.</value>
    public IReadOnlyList<Type> Detailed { get; init; } = [];

    internal static ContractFailure[] Of(Row row, RequestShape shape) =>
    [
        .. FaultsOf(row, shape).Distinct()
            .Select(fault => (Reply: row.Refuse(new(fault)), Detail: DetailOf(fault)))
            .GroupBy(each => each.Reply.Status)
            .OrderBy(status => status.Key)
            .Select(status => new ContractFailure(status.Key, [.. status.Select(each => each.Reply.Message ?? "").Distinct(StringComparer.Ordinal)])
            {
                Detailed = [.. status.Select(each => each.Detail).OfType<Type>().Distinct().Select(row.FailureEnvelope!.TypeOfFailureWith)],
            }),
    ];

    private static Type? DetailOf(Fault fault) =>
        fault == Fault.SecondFactorRequired ? typeof(SecondFactorChallenge)
        : fault == Fault.ProofRequired ? typeof(WantedProof)
        : fault.DetailType;

    // What the row can fail with comes first: it says most of the route.
    internal static IEnumerable<Fault> FaultsOf(Row row, RequestShape shape)
    {
        List<Fault> faults = [.. row.Fails];
        if (shape.Fields.Count > 0)
            faults.AddRange([Fault.Invalid, Fault.Malformed]);
        if (row.Body is not null)
            faults.AddRange([Fault.RequestTimeout, Fault.PayloadTooLarge, Fault.UnsupportedMediaType]);
        if (row.Condition is not null)
            faults.Add(Fault.UnsupportedGrantType);
        if (shape.Bearer || shape.InitialAccess)
            faults.AddRange([Fault.Malformed, Fault.MissingToken, Fault.InvalidToken]);
        if (row.CookieUse is not null && (row.SignsIn || (shape.Bearer && !HttpMethods.IsGet(row.Method))))
            faults.Add(Fault.CrossSiteRequest);
        if (shape.Client)
            faults.AddRange([Fault.InvalidClient, Fault.UnauthorizedClient]);
        if (shape.Client || row.TakesCredentials || row.KeepsRequests)
            faults.Add(Fault.TooManyRequests);
        faults.AddRange([Fault.Unexpected, Fault.StoreUnavailable]);
        return faults;
    }
}
