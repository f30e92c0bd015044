using System.Diagnostics.CodeAnalysis;
using System.Reflection;
using Microsoft.VisualStudio.TestTools.UnitTesting;
using OnDevice = nanoFramework.TestFramework;

namespace NanoFirmware.HostTests.TestFramework;

/// <summary>What the device's launcher does with a class, seen from outside: each sample class is run by hand.</summary>
[TestClass]
[SuppressMessage("Usage", "MSTEST0030", Justification = "The samples must not be found by the run itself.")]
public class DeviceLauncherRulesTests
{
    [TestMethod]
    public async Task A_class_with_an_instance_field_is_refused_because_the_device_gives_its_tests_no_instance()
    {
        TestResult[] results = await Run(typeof(WithInstanceField), nameof(WithInstanceField.Test));
        Assert.AreEqual(UnitTestOutcome.Failed, results[0].Outcome);
        StringAssert.Contains(results[0].TestFailureException.Message, "_state must be static");
    }

    [TestMethod]
    public async Task A_skip_in_the_set_up_skips_every_test_of_the_class()
    {
        TestResult[] results = await Run(typeof(Skipped), nameof(Skipped.Test));
        Assert.AreEqual(UnitTestOutcome.Inconclusive, results[0].Outcome);
        Assert.AreEqual("no microphone", results[0].TestFailureException.Message);
    }

    [TestMethod]
    public async Task A_failing_clean_up_fails_with_the_last_test()
    {
        TestResult[] first = await Run(typeof(DirtyEnd), nameof(DirtyEnd.First));
        Assert.AreEqual(1, first.Length);
        TestResult[] last = await Run(typeof(DirtyEnd), nameof(DirtyEnd.Last));
        Assert.AreEqual(UnitTestOutcome.Passed, last[0].Outcome);
        Assert.AreEqual(UnitTestOutcome.Failed, last[1].Outcome);
        Assert.AreEqual("left behind", last[1].TestFailureException.Message);
    }

    [TestMethod]
    public void A_data_row_without_arguments_is_refused() =>
        Assert.ThrowsExactly<ArgumentException>(() => new OnDevice.DataRowAttribute());

    private static Task<TestResult[]> Run(Type testClass, string method) =>
        new OnDevice.TestMethodAttribute().ExecuteAsync(new ByHand(testClass.GetMethod(method)));

    private sealed class WithInstanceField
    {
        private readonly int _state = 1;

        [OnDevice.TestMethod]
        public void Test() => Assert.AreEqual(1, _state);
    }

    private sealed class Skipped
    {
        [OnDevice.Setup]
        public static void SetUp() => OnDevice.Assert.SkipTest("no microphone");

        [OnDevice.TestMethod]
        public void Test() => Assert.Fail();
    }

    private sealed class DirtyEnd
    {
        [OnDevice.TestMethod]
        public void First()
        {
        }

        [OnDevice.TestMethod]
        public void Last()
        {
        }

        [OnDevice.Cleanup]
        public static void CleanUp() => throw new InvalidOperationException("left behind");
    }

    private sealed class ByHand : ITestMethod
    {
        public ByHand(MethodInfo method) => MethodInfo = method;

        public string TestMethodName => MethodInfo.Name;

        public string TestClassName => MethodInfo.DeclaringType.FullName;

        public Type ReturnType => MethodInfo.ReturnType;

        public object[] Arguments => null;

        public ParameterInfo[] ParameterTypes => MethodInfo.GetParameters();

        public MethodInfo MethodInfo { get; }

        public Task<TestResult> InvokeAsync(object[] arguments)
        {
            MethodInfo.Invoke(Activator.CreateInstance(MethodInfo.DeclaringType), arguments);
            return Task.FromResult(new TestResult { Outcome = UnitTestOutcome.Passed });
        }

        public Attribute[] GetAllAttributes() => MethodInfo.GetCustomAttributes().ToArray();

        public TAttribute[] GetAttributes<TAttribute>()
            where TAttribute : Attribute => MethodInfo.GetCustomAttributes<TAttribute>().ToArray();
    }
}
