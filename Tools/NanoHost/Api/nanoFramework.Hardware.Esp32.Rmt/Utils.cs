namespace nanoFramework.Hardware.Esp32.Rmt;

/// <summary>Decodes received symbols.</summary>
public static class Utils
{
    /// <summary>Bits by the length of the space: longer than the threshold is a 1.</summary>
    /// <param name="symbols">Received symbols, with a tick of 1 µs.</param>
    /// <param name="thresholdMicroseconds">Longest space of a 0, in µs.</param>
    /// <param name="msbFirst">True when the first bit is bit 7.</param>
    /// <param name="symbolOffset">First symbol that is data.</param>
    /// <param name="symbolLength">Symbols that are data, −1 for all that follow.</param>
    /// <param name="spaceIsHigh">Level of a space.</param>
    /// <returns>(symbols + 7) / 8 bytes.</returns>
    public static byte[] DecodeSymbolArrayToBytes(
        RmtSymbol[] symbols, int thresholdMicroseconds, bool msbFirst, int symbolOffset, int symbolLength, bool spaceIsHigh)
    {
        ArgumentNullException.ThrowIfNull(symbols);
        ReadOnlySpan<RmtSymbol> data = symbols.AsSpan(symbolOffset);
        data = symbolLength < 0 ? data : data[..symbolLength];
        byte[] bytes = new byte[(data.Length + 7) / 8];
        for (int i = 0; i < data.Length; i++)
        {
            int spaceUs = data[i].Level0 == spaceIsHigh ? data[i].Duration0 : data[i].Duration1;
            if (spaceUs > thresholdMicroseconds)
            {
                bytes[i / 8] |= (byte)(msbFirst ? 0x80 >> (i % 8) : 1 << (i % 8));
            }
        }

        return bytes;
    }
}
