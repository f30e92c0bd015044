using System.Collections;

namespace nanoFramework.TestFramework;

/// <summary>The names of the framework's first versions, which still compile with a warning.</summary>
public sealed partial class Assert
{
    private const string Use = "An old name: use ";

    [Obsolete(Use + nameof(CollectionAssert) + ".AreEqual")]
    public static void Equal(Array expected, Array actual, string message = "")
    {
        if (!expected.SequenceEqual(actual))
        {
            Fail.Different("Assert.Equal", expected, actual, message);
        }
    }

    [Obsolete(Use + nameof(AreEqual))]
    public static void Equal(bool expected, bool actual, string message = "") => AreEqual(expected, actual, message);

    [Obsolete(Use + nameof(AreEqual))]
    public static void Equal(byte expected, byte actual, string message = "") => AreEqual(expected, actual, message);

    [Obsolete(Use + nameof(AreEqual))]
    public static void Equal(char expected, char actual, string message = "") => AreEqual(expected, actual, message);

    [Obsolete(Use + nameof(AreEqual))]
    public static void Equal(DateTime expected, DateTime actual, string message = "") => AreEqual(expected, actual, message);

    [Obsolete(Use + nameof(AreEqual))]
    public static void Equal(double expected, double actual, string message = "") => AreEqual(expected, actual, message);

    [Obsolete(Use + nameof(AreEqual))]
    public static void Equal(short expected, short actual, string message = "") => AreEqual(expected, actual, message);

    [Obsolete(Use + nameof(AreEqual))]
    public static void Equal(int expected, int actual, string message = "") => AreEqual(expected, actual, message);

    [Obsolete(Use + nameof(AreEqual))]
    public static void Equal(long expected, long actual, string message = "") => AreEqual(expected, actual, message);

    [Obsolete(Use + nameof(AreEqual))]
    public static void Equal(sbyte expected, sbyte actual, string message = "") => AreEqual(expected, actual, message);

    [Obsolete(Use + nameof(AreEqual))]
    public static void Equal(float expected, float actual, string message = "") => AreEqual(expected, actual, message);

    [Obsolete(Use + nameof(AreEqual))]
    public static void Equal(string? expected, string? actual, string message = "") => AreEqual(expected, actual, message);

    [Obsolete(Use + nameof(AreEqual))]
    public static void Equal(ushort expected, ushort actual, string message = "") => AreEqual(expected, actual, message);

    [Obsolete(Use + nameof(AreEqual))]
    public static void Equal(uint expected, uint actual, string message = "") => AreEqual(expected, actual, message);

    [Obsolete(Use + nameof(AreEqual))]
    public static void Equal(ulong expected, ulong actual, string message = "") => AreEqual(expected, actual, message);

    [Obsolete(Use + nameof(CollectionAssert) + ".AreNotEqual")]
    public static void NotEqual(Array notExpected, Array actual, string message = "")
    {
        if (notExpected.SequenceEqual(actual))
        {
            Fail.Alike("Assert.NotEqual", notExpected, actual, message);
        }
    }

    [Obsolete(Use + nameof(AreNotEqual))]
    public static void NotEqual(bool notExpected, bool actual, string message = "") => AreNotEqual(notExpected, actual, message);

    [Obsolete(Use + nameof(AreNotEqual))]
    public static void NotEqual(byte notExpected, byte actual, string message = "") => AreNotEqual(notExpected, actual, message);

    [Obsolete(Use + nameof(AreNotEqual))]
    public static void NotEqual(char notExpected, char actual, string message = "") => AreNotEqual(notExpected, actual, message);

    [Obsolete(Use + nameof(AreNotEqual))]
    public static void NotEqual(DateTime notExpected, DateTime actual, string message = "") =>
        AreNotEqual(notExpected, actual, message);

    [Obsolete(Use + nameof(AreNotEqual))]
    public static void NotEqual(double notExpected, double actual, string message = "") =>
        AreNotEqual(notExpected, actual, message);

    [Obsolete(Use + nameof(AreNotEqual))]
    public static void NotEqual(short notExpected, short actual, string message = "") =>
        AreNotEqual(notExpected, actual, message);

    [Obsolete(Use + nameof(AreNotEqual))]
    public static void NotEqual(int notExpected, int actual, string message = "") => AreNotEqual(notExpected, actual, message);

    [Obsolete(Use + nameof(AreNotEqual))]
    public static void NotEqual(long notExpected, long actual, string message = "") => AreNotEqual(notExpected, actual, message);

    [Obsolete(Use + nameof(AreNotEqual))]
    public static void NotEqual(sbyte notExpected, sbyte actual, string message = "") =>
        AreNotEqual(notExpected, actual, message);

    [Obsolete(Use + nameof(AreNotEqual))]
    public static void NotEqual(float notExpected, float actual, string message = "") =>
        AreNotEqual(notExpected, actual, message);

    [Obsolete(Use + nameof(AreNotEqual))]
    public static void NotEqual(string? notExpected, string? actual, string message = "") =>
        AreNotEqual(notExpected, actual, message);

    [Obsolete(Use + nameof(AreNotEqual))]
    public static void NotEqual(ushort notExpected, ushort actual, string message = "") =>
        AreNotEqual(notExpected, actual, message);

    [Obsolete(Use + nameof(AreNotEqual))]
    public static void NotEqual(uint notExpected, uint actual, string message = "") => AreNotEqual(notExpected, actual, message);

    [Obsolete(Use + nameof(AreNotEqual))]
    public static void NotEqual(ulong notExpected, ulong actual, string message = "") =>
        AreNotEqual(notExpected, actual, message);

    [Obsolete(Use + nameof(IsTrue))]
    public static void True(bool condition, string message = "") => IsTrue(condition, message);

    [Obsolete(Use + nameof(IsFalse))]
    public static void False(bool condition, string message = "") => IsFalse(condition, message);

    [Obsolete(Use + nameof(IsNull))]
    public static void Null(object? value, string message = "") => IsNull(value, message);

    [Obsolete(Use + nameof(IsNotNull))]
    public static void NotNull(object? value, string message = "") => IsNotNull(value, message);

    [Obsolete(Use + nameof(AreSame))]
    public static void Same(object? expected, object? actual, string message = "") => AreSame(expected, actual, message);

    [Obsolete(Use + nameof(AreNotSame))]
    public static void NotSame(object? notExpected, object? actual, string message = "") =>
        AreNotSame(notExpected, actual, message);

    [Obsolete(Use + nameof(IsInstanceOfType))]
    public static void IsType(Type expected, object? value, string message = "") => IsInstanceOfType(value, expected, message);

    [Obsolete(Use + nameof(IsNotInstanceOfType))]
    public static void IsNotType(Type notExpected, object? value, string message = "") =>
        IsNotInstanceOfType(value, notExpected, message);

    [Obsolete(Use + nameof(ThrowsException))]
    public static void Throws(Type exception, Action action, string message = "") => ThrowsException(exception, action, message);

    [Obsolete(Use + nameof(CollectionAssert) + ".Empty")]
    public static void Empty(ICollection collection, string message = "") => CollectionAssert.Empty(collection, message);

    [Obsolete(Use + nameof(CollectionAssert) + ".NotEmpty")]
    public static void NotEmpty(ICollection collection, string message = "") => CollectionAssert.NotEmpty(collection, message);
}
