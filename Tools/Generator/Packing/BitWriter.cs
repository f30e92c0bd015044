namespace NanoFirmware.Generator.Packing;

/// <summary>Bits one after the other, the lowest first, as deflate wants them.</summary>
internal sealed class BitWriter
{
    private readonly List<byte> _bytes = [];
    private int _bits;

    internal void Write(int value, int bits)
    {
        for (int bit = 0; bit < bits; bit++, _bits++)
        {
            if (_bits % 8 == 0)
            {
                _bytes.Add(0);
            }

            _bytes[^1] |= (byte)(((value >> bit) & 1) << (_bits % 8));
        }
    }

    internal byte[] ToArray() => [.. _bytes];
}
