using System.Reflection;
using System.Text;

namespace NanoFirmware.DeviceModel.Runtime;

/// <summary>
/// Sizes on the device's heap: blocks of 12 bytes on a 32-bit chip, one for the header and one for each field (nf-interpreter).
/// </summary>
internal static class Layout
{
    internal const int BlockBytes = 12;
    private const int ArrayHeaderBytes = 20;
    private const int StringHeaderBytes = 12;

    private static readonly Dictionary<Type, int> FieldCounts = [];

    /// <summary>Bytes that <paramref name="instance"/> takes on the device's heap.</summary>
    internal static int Bytes(object instance) => instance switch
    {
        string text => Rounded(StringHeaderBytes + Encoding.UTF8.GetByteCount(text) + 1),
        Array array => Rounded(ArrayHeaderBytes + (array.Length * ElementBytes(array.GetType().GetElementType()!))),
        Delegate => 3 * BlockBytes,
        _ => BlockBytes * (1 + Fields(instance.GetType())),
    };

    /// <summary>Bytes of one array element: a reference or a struct is a block.</summary>
    internal static int ElementBytes(Type type) => Type.GetTypeCode(type.IsEnum ? Enum.GetUnderlyingType(type) : type) switch
    {
        TypeCode.Boolean or TypeCode.Byte or TypeCode.SByte => 1,
        TypeCode.Char or TypeCode.Int16 or TypeCode.UInt16 => 2,
        TypeCode.Int32 or TypeCode.UInt32 or TypeCode.Single => 4,
        TypeCode.Int64 or TypeCode.UInt64 or TypeCode.Double or TypeCode.DateTime => 8,
        _ => BlockBytes,
    };

    private static int Fields(Type type)
    {
        if (!FieldCounts.TryGetValue(type, out int count))
        {
            for (Type? t = type; t != null; t = t.BaseType)
            {
                count += t.GetFields(
                    BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly).Length;
            }

            FieldCounts[type] = count;
        }

        return count;
    }

    private static int Rounded(int bytes) => (bytes + BlockBytes - 1) / BlockBytes * BlockBytes;
}
