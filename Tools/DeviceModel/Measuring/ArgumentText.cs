using System.Globalization;
using System.Reflection;

namespace NanoFirmware.DeviceModel.Measuring;

/// <summary>
/// Arguments written as text: a number, <c>true</c>, <c>null</c>, <c>byte[540]</c> (an array of that length filled with a fixed
/// noise),
/// <c>zero[256]</c> (the same, all zero), or <c>_</c>: made up, an object by its shortest constructor, an array of 256, a zero.
/// </summary>
internal static class ArgumentText
{
    private const BindingFlags Any = BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic;

    internal static object?[] Values(MethodBase method, string[]? texts) =>
        [.. method.GetParameters().Select((p, i) => Value(p.ParameterType, texts == null ? "_" : texts[i]))];

    internal static object Construct(Type type, string[]? texts)
    {
        ConstructorInfo constructor = type.GetConstructors(Any)
            .Where(c => texts == null || c.GetParameters().Length == texts.Length)
            .OrderBy(c => c.GetParameters().Length)
            .FirstOrDefault() ?? throw new ArgumentException($"{type} has no constructor with such arguments.");
        return constructor.Invoke(Values(constructor, texts));
    }

    private static object? Value(Type type, string text)
    {
        int bracket = text.IndexOf('[', StringComparison.Ordinal);
        if (type.IsArray)
        {
            int length = bracket < 0 ? 256 : int.Parse(text[(bracket + 1)..^1], CultureInfo.InvariantCulture);
            return Filled(
                Array.CreateInstance(type.GetElementType()!, length), text.StartsWith("zero", StringComparison.Ordinal));
        }

        if (text is "_" or "null" && !type.IsValueType)
        {
            return text == "null" ? null : MadeUp(type);
        }

        if (text == "_")
        {
            return Activator.CreateInstance(type);
        }

        return type.IsEnum ? Enum.Parse(type, text) : Convert.ChangeType(text, type, CultureInfo.InvariantCulture);
    }

    private static object? MadeUp(Type type) => type == typeof(string) ? "text" : Construct(type, null);

    private static Array Filled(Array array, bool zero)
    {
        Type element = array.GetType().GetElementType()!;
        if (zero || !element.IsPrimitive)
        {
            return array;
        }

        uint noise = 1;
        for (int i = 0; i < array.Length; i++)
        {
            noise = (noise * 1664525) + 1013904223;
            array.SetValue(Convert.ChangeType(noise >> 25, element, CultureInfo.InvariantCulture), i);
        }

        return array;
    }
}
