namespace nanoFramework.TestFramework;

/// <summary>Comparison of arrays.</summary>
public static class TestExtensions
{
    /// <summary>
    /// Same length, and each pair of elements equal: primitives by value and exact type, other objects by reference.
    /// </summary>
    public static bool SequenceEqual(this Array? a, Array? b)
    {
        if (a is null || b is null || a.Length != b.Length)
        {
            return false;
        }

        for (int i = 0; i < a.Length; i++)
        {
            if (!Same(a.GetValue(i)!, b.GetValue(i)!))
            {
                return false;
            }
        }

        return true;
    }

    private static bool Same(object a, object b) =>
        a.GetType() == b.GetType() && (a.GetType().IsPrimitive ? a.Equals(b) : ReferenceEquals(a, b));
}
