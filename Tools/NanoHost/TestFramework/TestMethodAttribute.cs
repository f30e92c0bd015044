using System.Diagnostics.CodeAnalysis;
using MsTest = Microsoft.VisualStudio.TestTools.UnitTesting;

namespace nanoFramework.TestFramework;

/// <summary>
/// A test. Its class is set up before its first test and cleaned up after its last, as the device's launcher does.
/// </summary>
[AttributeUsage(AttributeTargets.Method)]
public class TestMethodAttribute : MsTest.TestMethodAttribute
{
    [SuppressMessage(
        "Usage", "MSTEST0057",
        Justification = "The device's attribute takes no arguments, and compiled tests must name that constructor.")]
    public TestMethodAttribute()
        : base(string.Empty, -1)
    {
    }

    public override async Task<MsTest.TestResult[]> ExecuteAsync(MsTest.ITestMethod testMethod)
    {
        TestClassRun run = TestClassRun.Of(testMethod.MethodInfo.ReflectedType!);
        Exception? refusal = run.SetUp();
        MsTest.TestResult[] results = refusal is null
            ? await base.ExecuteAsync(testMethod).ConfigureAwait(false)
            : new[] { Result(refusal) };
        Exception? failure = run.OneTestEnded();
        return failure is null ? results : results.Append(Result(failure)).ToArray();
    }

    private static MsTest.TestResult Result(Exception failure) => new()
    {
        Outcome = failure is SkipTestException ? MsTest.UnitTestOutcome.Inconclusive : MsTest.UnitTestOutcome.Failed,
        TestFailureException = failure,
    };
}
