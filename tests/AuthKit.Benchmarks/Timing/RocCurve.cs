namespace AuthKit.Benchmarks.Timing;

/// <summary>How well a measurement tells two groups apart.</summary>
internal static class RocCurve
{
    /// <summary>The area under the curve (Mann–Whitney): how often one of the first group exceeds one of the second, ties counted half.</summary>
    public static double Area(double[] one, double[] other)
    {
        var above = 0.0;
        foreach (var value in one)
        {
            foreach (var compared in other)
                above += value > compared ? 1 : value == compared ? 0.5 : 0;
        }

        return above / ((double)one.Length * other.Length);
    }
}
