using System.Diagnostics;

namespace AuthKit.Telemetry;

/// <summary>The activities of the source <c>AuthKit</c>: one for each flow that runs, named after it, without a name or id of anybody.</summary>
internal static class FlowTracing
{
    private static readonly ActivitySource Source = new(AuthKitMetrics.Name);

    public static bool IsListenedTo => Source.HasListeners();

    /// <summary>Starts a flow's activity; null where nobody listens, or it is not sampled.</summary>
    public static Activity? Start(string flow, string contract)
    {
        var activity = Source.StartActivity(flow);
        activity?.SetTag("authkit.contract", contract);
        return activity;
    }

    /// <summary>Notes how a flow ended.</summary>
    /// <param name="activity">The flow's.</param>
    /// <param name="error">The code of its fault, or the type of its exception; null where it succeeded.</param>
    public static void End(this Activity? activity, string? error)
    {
        if (activity is null || error is null)
            return;
        activity.SetTag("error.type", error);
        activity.SetStatus(ActivityStatusCode.Error, error);
    }
}
