using Microsoft.VisualStudio.TestTools.UnitTesting;

// The framework's own [Retry] is made of these, which it may still change; it keeps silent about what failed before.
#pragma warning disable MSTESTEXP

namespace NanoFirmware.HostTests;

/// <summary>
/// The tests of this class run in real time, beside browsers, brokers and whatever else the PC is doing: one that fails is
/// tried again, twice at most. What it said before stands in its result; a fault that is not the PC's fails all three.
/// </summary>
[AttributeUsage(AttributeTargets.Class)]
internal sealed class RealTimeAttribute : RetryBaseAttribute
{
    internal const int Tries = 3;

    protected override async Task<RetryResult> ExecuteAsync(RetryContext retryContext)
    {
        var all = new RetryResult();
        TestResult[] results = retryContext.FirstRunResults;
        for (int tries = 2; tries <= Tries && results.Any(IsFailed); tries++)
        {
            string before = string.Join('\n', results.Where(IsFailed).Select(result => result.TestFailureException?.Message));
            results = await retryContext.ExecuteTaskGetter();
            foreach (TestResult result in results)
            {
                result.LogOutput += $"try {tries}; the one before failed: {before}\n";
            }

            all.AddResult(results);
        }

        return all;
    }

    private static bool IsFailed(TestResult result) => result.Outcome is UnitTestOutcome.Failed or UnitTestOutcome.Timeout;
}
