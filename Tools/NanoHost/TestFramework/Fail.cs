using System.Globalization;
using TestFrameworkShared;

namespace nanoFramework.TestFramework;

/// <summary>Words a failed assertion the way every assertion of the framework does, and throws it.</summary>
internal static class Fail
{
    internal static void With(string assertion, string? message) =>
        throw new AssertFailedException(assertion + " failed. " + Text(message ?? string.Empty));

    internal static void Different(string assertion, object? expected, object? actual, string? message) =>
        With(assertion, "Expected:<" + Text(expected) + ">. Actual:<" + Text(actual) + ">. " + message);

    internal static void Alike(string assertion, object? notExpected, object? actual, string? message) =>
        With(assertion, "Expected any value except:<" + Text(notExpected) + ">. Actual:<" + Text(actual) + ">. " + message);

    internal static void WhenNull(object? value, string parameter, string assertion)
    {
        if (value is null)
        {
            With(assertion, "The parameter '" + parameter + "' must not be null.");
        }
    }

    internal static string Text(object? value) => value is null
        ? "(null)"
        : (Convert.ToString(value, CultureInfo.InvariantCulture) ?? "(object)").Replace("\0", "\\0", StringComparison.Ordinal);
}
