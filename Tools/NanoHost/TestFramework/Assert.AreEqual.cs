using System.Runtime.CompilerServices;

namespace nanoFramework.TestFramework;

/// <summary>Equality as the device decides it: boxed values of one type; arrays are compared by reference.</summary>
public sealed partial class Assert
{
    public static void AreEqual(bool expected, bool actual, [CallerArgumentExpression("actual")] string message = "")
    {
        if (!Equals(expected, actual))
        {
            Fail.Different("Assert.AreEqual", expected, actual, message);
        }
    }

    public static void AreEqual(byte expected, byte actual, [CallerArgumentExpression("actual")] string message = "")
    {
        if (!Equals(expected, actual))
        {
            Fail.Different("Assert.AreEqual", expected, actual, message);
        }
    }

    public static void AreEqual(char expected, char actual, [CallerArgumentExpression("actual")] string message = "")
    {
        if (!Equals(expected, actual))
        {
            Fail.Different("Assert.AreEqual", expected, actual, message);
        }
    }

    public static void AreEqual(DateTime expected, DateTime actual, [CallerArgumentExpression("actual")] string message = "")
    {
        if (!Equals(expected, actual))
        {
            Fail.Different("Assert.AreEqual", expected, actual, message);
        }
    }

    public static void AreEqual(double expected, double actual, [CallerArgumentExpression("actual")] string message = "")
    {
        if (!Equals(expected, actual))
        {
            Fail.Different("Assert.AreEqual", expected, actual, message);
        }
    }

    public static void AreEqual(short expected, short actual, [CallerArgumentExpression("actual")] string message = "")
    {
        if (!Equals(expected, actual))
        {
            Fail.Different("Assert.AreEqual", expected, actual, message);
        }
    }

    public static void AreEqual(int expected, int actual, [CallerArgumentExpression("actual")] string message = "")
    {
        if (!Equals(expected, actual))
        {
            Fail.Different("Assert.AreEqual", expected, actual, message);
        }
    }

    public static void AreEqual(long expected, long actual, [CallerArgumentExpression("actual")] string message = "")
    {
        if (!Equals(expected, actual))
        {
            Fail.Different("Assert.AreEqual", expected, actual, message);
        }
    }

    public static void AreEqual(object? expected, object? actual, [CallerArgumentExpression("actual")] string message = "")
    {
        if (!Equals(expected, actual))
        {
            Fail.Different("Assert.AreEqual", expected, actual, message);
        }
    }

    public static void AreEqual(sbyte expected, sbyte actual, [CallerArgumentExpression("actual")] string message = "")
    {
        if (!Equals(expected, actual))
        {
            Fail.Different("Assert.AreEqual", expected, actual, message);
        }
    }

    public static void AreEqual(float expected, float actual, [CallerArgumentExpression("actual")] string message = "")
    {
        if (!Equals(expected, actual))
        {
            Fail.Different("Assert.AreEqual", expected, actual, message);
        }
    }

    public static void AreEqual(string? expected, string? actual, [CallerArgumentExpression("actual")] string message = "")
    {
        if (!string.Equals(expected, actual, StringComparison.Ordinal))
        {
            Fail.Different("Assert.AreEqual", expected, actual, message);
        }
    }

    public static void AreEqual(ushort expected, ushort actual, [CallerArgumentExpression("actual")] string message = "")
    {
        if (!Equals(expected, actual))
        {
            Fail.Different("Assert.AreEqual", expected, actual, message);
        }
    }

    public static void AreEqual(uint expected, uint actual, [CallerArgumentExpression("actual")] string message = "")
    {
        if (!Equals(expected, actual))
        {
            Fail.Different("Assert.AreEqual", expected, actual, message);
        }
    }

    public static void AreEqual(ulong expected, ulong actual, [CallerArgumentExpression("actual")] string message = "")
    {
        if (!Equals(expected, actual))
        {
            Fail.Different("Assert.AreEqual", expected, actual, message);
        }
    }
}
