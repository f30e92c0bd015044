using MsTest = Microsoft.VisualStudio.TestTools.UnitTesting;

namespace nanoFramework.TestFramework;

/// <summary>A skipped test, which MSTest reports as inconclusive.</summary>
public class SkipTestException : MsTest.AssertInconclusiveException
{
    public SkipTestException(string? message = null, Exception? innerException = null)
        : base(message ?? string.Empty, innerException!)
    {
    }
}
