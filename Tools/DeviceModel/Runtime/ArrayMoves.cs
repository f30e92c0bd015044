namespace NanoFirmware.DeviceModel.Runtime;

/// <summary>Moves of whole runs, whose native time grows with their length.</summary>
public static class ArrayMoves
{
    internal static double PerBytePs { get; set; }

    /// <summary>Array.Copy, with the bytes charged.</summary>
    public static void Copy(Array source, int sourceIndex, Array destination, int destinationIndex, int length)
    {
        Charge(source, length);
        Array.Copy(source, sourceIndex, destination, destinationIndex, length);
    }

    /// <summary>Array.Clear, with the bytes charged.</summary>
    public static void Clear(Array array, int index, int length)
    {
        Charge(array, length);
        Array.Clear(array, index, length);
    }

    private static void Charge(Array array, int length)
    {
        if (array != null)
        {
            Meter.Charge((int)(length * Layout.ElementBytes(array.GetType().GetElementType()!) * PerBytePs));
        }
    }
}
