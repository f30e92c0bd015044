using MsTest = Microsoft.VisualStudio.TestTools.UnitTesting;

namespace nanoFramework.TestFramework;

/// <summary>One set of arguments: the test runs once for each row.</summary>
[AttributeUsage(AttributeTargets.Method, AllowMultiple = true)]
public class DataRowAttribute : MsTest.DataRowAttribute
{
    /// <exception cref="ArgumentException">There are no arguments: the device's launcher refuses such a row.</exception>
    public DataRowAttribute(params object[] methodParameters)
        : base(methodParameters) =>
        MethodParameters = methodParameters is { Length: > 0 }
            ? methodParameters
            : throw new ArgumentException("A data row needs at least one argument.", nameof(methodParameters));

    public object[] MethodParameters { get; }
}
