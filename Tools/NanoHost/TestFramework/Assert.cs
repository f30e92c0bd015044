using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;

namespace nanoFramework.TestFramework;

/// <summary>The device framework's assertions; what they throw, MSTest reports as failed or inconclusive.</summary>
public sealed partial class Assert
{
    public static void AreSame(object? expected, object? actual, [CallerArgumentExpression("actual")] string message = "")
    {
        if (!ReferenceEquals(expected, actual))
        {
            Fail.With("Assert.AreSame", message);
        }
    }

    public static void AreNotSame(object? notExpected, object? actual, [CallerArgumentExpression("actual")] string message = "")
    {
        if (ReferenceEquals(notExpected, actual))
        {
            Fail.With("Assert.AreNotSame", message);
        }
    }

    public static void Contains(string expected, string value, [CallerArgumentExpression("value")] string message = "") =>
        Compare("Assert.Contains", "does not contain", expected, value, Holds(expected, value), message);

    public static void DoesNotContains(
        string notExpected, string value, [CallerArgumentExpression("value")] string message = "") =>
        Compare("Assert.DoesNotContains", "contains", notExpected, value, !Holds(notExpected, value), message);

    public static void StartsWith(string expected, string value, [CallerArgumentExpression("value")] string message = "") =>
        Compare(
            "Assert.StartsWith", "does not start with", expected, value,
            value?.StartsWith(expected ?? string.Empty, StringComparison.Ordinal) == true, message);

    public static void EndsWith(string expected, string value, [CallerArgumentExpression("value")] string message = "") =>
        Compare(
            "Assert.EndsWith", "does not end with", expected, value,
            value?.EndsWith(expected ?? string.Empty, StringComparison.Ordinal) == true, message);

    public static void IsTrue(
        [DoesNotReturnIf(false)] bool condition, [CallerArgumentExpression("condition")] string message = "")
    {
        if (!condition)
        {
            Fail.With("Assert.IsTrue", message);
        }
    }

    public static void IsFalse(
        [DoesNotReturnIf(true)] bool condition, [CallerArgumentExpression("condition")] string message = "")
    {
        if (condition)
        {
            Fail.With("Assert.IsFalse", message);
        }
    }

    public static void IsNull(object? value, [CallerArgumentExpression("value")] string message = "")
    {
        if (value is not null)
        {
            Fail.With("Assert.IsNull", message);
        }
    }

    public static void IsNotNull([NotNull] object? value, [CallerArgumentExpression("value")] string message = "")
    {
        if (value is null)
        {
            Fail.With("Assert.IsNotNull", message);
            throw new InvalidOperationException();
        }
    }

    /// <summary>The exact type is asked for: an instance of a derived class fails.</summary>
    public static void IsInstanceOfType(object? value, Type expected, [CallerArgumentExpression("value")] string message = "")
    {
        Fail.WhenNull(expected, nameof(expected), "Assert.IsInstanceOfType");
        if (value?.GetType() != expected)
        {
            Fail.Different("Assert.IsInstanceOfType", expected, value?.GetType(), message);
        }
    }

    /// <summary>Only the exact type fails: an instance of a derived class passes.</summary>
    public static void IsNotInstanceOfType(
        object? value, Type notExpected, [CallerArgumentExpression("value")] string message = "")
    {
        Fail.WhenNull(notExpected, nameof(notExpected), "Assert.IsNotInstanceOfType");
        if (value?.GetType() == notExpected)
        {
            Fail.Alike("Assert.IsNotInstanceOfType", notExpected, notExpected, message);
        }
    }

    /// <summary>Passes when the action throws exactly this type of exception.</summary>
    public static void ThrowsException(Type exception, Action action, [CallerArgumentExpression("action")] string message = "")
    {
        Fail.WhenNull(exception, nameof(exception), "Assert.ThrowsException");
        Fail.WhenNull(action, nameof(action), "Assert.ThrowsException");
        Type? thrown = Thrown(action);
        if (thrown != exception)
        {
            Fail.Different("Assert.ThrowsException", exception, thrown, message);
        }
    }

    /// <summary>Ends the test as skipped; in a setup method, skips every test of the class.</summary>
    [DoesNotReturn]
    public static void SkipTest(string? message = null) => throw new SkipTestException(message);

    private static bool Holds(string? part, string? whole) =>
        whole?.Contains(part ?? string.Empty, StringComparison.Ordinal) == true;

    private static void Compare(string assertion, string complaint, string expected, string value, bool passes, string message)
    {
        Fail.WhenNull(expected, nameof(expected), assertion);
        Fail.WhenNull(value, nameof(value), assertion);
        if (!passes)
        {
            Fail.With(assertion, "'" + value + "' " + complaint + " '" + expected + "'. " + message);
        }
    }

    [SuppressMessage("Design", "CA1031", Justification = "Any exception is the answer that is asked for.")]
    private static Type? Thrown(Action action)
    {
        try
        {
            action();
            return null;
        }
        catch (Exception thrown)
        {
            return thrown.GetType();
        }
    }
}
