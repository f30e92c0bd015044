using System.Collections;

namespace nanoFramework.TestFramework;

/// <summary>Assertions on collections, element by element.</summary>
public sealed class CollectionAssert
{
    public static void AreEqual(ICollection? expected, ICollection? actual, string message = "")
    {
        string? difference = Difference(expected, actual);
        if (difference is not null)
        {
            Fail.With("CollectionAssert.AreEqual", message + " (" + difference + ")");
        }
    }

    public static void AreNotEqual(ICollection? notExpected, ICollection? actual, string message = "")
    {
        if (Difference(notExpected, actual) is null)
        {
            Fail.With("CollectionAssert.AreNotEqual", message + " (both hold the same elements)");
        }
    }

    public static void Empty(ICollection collection, string message = "")
    {
        Fail.WhenNull(collection, nameof(collection), "CollectionAssert.Empty");
        if (collection.Count != 0)
        {
            Fail.With("CollectionAssert.Empty", message);
        }
    }

    public static void NotEmpty(ICollection collection, string message = "")
    {
        Fail.WhenNull(collection, nameof(collection), "CollectionAssert.NotEmpty");
        if (collection.Count == 0)
        {
            Fail.With("CollectionAssert.NotEmpty", message);
        }
    }

    private static string? Difference(ICollection? expected, ICollection? actual)
    {
        if (ReferenceEquals(expected, actual))
        {
            return null;
        }

        if (expected is null || actual is null)
        {
            return "one of them is null";
        }

        return expected.Count != actual.Count
            ? "different number of elements: " + Fail.Text(expected.Count) + " expected, " + Fail.Text(actual.Count) + " found"
            : ElementDifference(expected, actual);
    }

    private static string? ElementDifference(ICollection expected, ICollection actual)
    {
        IEnumerator others = actual.GetEnumerator();
        int index = 0;
        foreach (object? element in expected)
        {
            others.MoveNext();
            if (!Equals(element, others.Current))
            {
                return "element " + Fail.Text(index) + ": expected " + Fail.Text(element) + ", found "
                    + Fail.Text(others.Current);
            }

            index++;
        }

        return null;
    }
}
