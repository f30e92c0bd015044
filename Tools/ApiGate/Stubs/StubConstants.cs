using System.Globalization;

namespace NanoFirmware.ApiGate.Stubs;

/// <summary>The constants of lists and facts as metadata holds them.</summary>
internal static class StubConstants
{
    /// <summary>
    /// Reads the text of a constant: a number, <c>Infinity</c>, <c>NaN</c>, <c>true</c>, <c>'\u0026'</c>, <c>"text"</c>,
    /// <c>null</c> or <c>default</c>.
    /// </summary>
    /// <param name="type">ECMA name of its type; for an enum the name of its underlying type.</param>
    internal static object? Parse(string type, string text) => text switch
    {
        "null" or "default" => null,
        ['"', .. var inner, '"'] => inner,
        ['\'', '\\', 'u', .. var code, '\''] => (char)ushort.Parse(code, NumberStyles.HexNumber, CultureInfo.InvariantCulture),
        ['\'', var character, '\''] => character,
        _ => Convert.ChangeType(text, Type.GetType(type, throwOnError: true)!, CultureInfo.InvariantCulture),
    };
}
