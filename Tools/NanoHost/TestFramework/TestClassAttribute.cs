using MsTest = Microsoft.VisualStudio.TestTools.UnitTesting;

namespace nanoFramework.TestFramework;

/// <summary>Marks a class of tests, for the device's launcher and, being MSTest's underneath, for <c>dotnet test</c>.</summary>
[AttributeUsage(AttributeTargets.Class)]
public class TestClassAttribute : MsTest.TestClassAttribute
{
    public virtual TestMethodAttribute GetTestMethodAttribute(TestMethodAttribute testMethodAttribute) => testMethodAttribute;

    public override MsTest.TestMethodAttribute? GetTestMethodAttribute(MsTest.TestMethodAttribute testMethodAttribute) =>
        testMethodAttribute is TestMethodAttribute own
            ? GetTestMethodAttribute(own)
            : base.GetTestMethodAttribute(testMethodAttribute);
}
