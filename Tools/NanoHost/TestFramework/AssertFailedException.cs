using MsTest = Microsoft.VisualStudio.TestTools.UnitTesting;

namespace TestFrameworkShared;

/// <summary>A failed assertion. MSTest knows its base class and reports the message alone.</summary>
public class AssertFailedException : MsTest.AssertFailedException
{
    public AssertFailedException()
    {
    }

    public AssertFailedException(string message)
        : base(message)
    {
    }

    public AssertFailedException(string message, Exception exception)
        : base(message, exception)
    {
    }
}
