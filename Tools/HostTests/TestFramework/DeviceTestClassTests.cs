using System.Threading;
using nanoFramework.TestFramework;

namespace NanoFirmware.HostTests.TestFramework;

/// <summary>Written as device tests are written; that it is found and run at all is the first thing it shows.</summary>
[TestClass]
public class DeviceTestClassTests
{
    private static int _setUps;
    private static int _rows;

    [Setup]
    public static void Count_the_set_up() => Interlocked.Increment(ref _setUps);

    [Cleanup]
    public static void See_every_row_done() => Assert.AreEqual(3, _rows);

    [TestMethod]
    public void Set_up_ran_before_this_test() => Assert.AreEqual(1, _setUps);

    [TestMethod]
    public void Set_up_ran_once_for_the_class() => Assert.AreEqual(1, _setUps);

    [TestMethod]
    [DataRow(1, "1")]
    [DataRow(22, "22")]
    [DataRow(333, "333")]
    public void Each_row_is_a_test_of_its_own(int number, string text)
    {
        Interlocked.Increment(ref _rows);
        Assert.AreEqual(text, number.ToString(System.Globalization.CultureInfo.InvariantCulture));
    }

    [TestMethod]
    public void A_failure_names_both_values_and_the_expression()
    {
        int pixels = 179;
        try
        {
            Assert.AreEqual(180, pixels);
        }
        catch (TestFrameworkShared.AssertFailedException failure)
        {
            Assert.AreEqual("Assert.AreEqual failed. Expected:<180>. Actual:<179>. pixels", failure.Message);
            return;
        }

        Assert.IsTrue(false, "179 passed for 180");
    }

    [TestMethod]
    public void Arrays_are_equal_element_by_element_only_as_collections()
    {
        byte[] a = { 1, 2, 3 };
        byte[] b = { 1, 2, 3 };
        Assert.AreNotEqual(a, b);
        CollectionAssert.AreEqual(a, b);
        b[2] = 4;
        CollectionAssert.AreNotEqual(a, b);
    }

    [TestMethod]
    public void An_exception_of_a_derived_type_is_not_the_one_asked_for() => Assert.ThrowsException(
        typeof(TestFrameworkShared.AssertFailedException),
        () => Assert.ThrowsException(typeof(System.ArgumentException), () => throw new System.ArgumentNullException()));
}
