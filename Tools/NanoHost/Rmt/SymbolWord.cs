using System.Buffers.Binary;
using System.Collections;
using nanoFramework.Hardware.Esp32.Rmt;

namespace NanoHost.Rmt;

/// <summary>
/// A symbol as the RMT memory holds it: duration 0 in bits 0–14, level 0 in 15, duration 1 in 16–30, level 1 in 31.
/// </summary>
internal static class SymbolWord
{
    public const int Bytes = 4;
    private const uint DurationMask = 0x7FFF;

    public static uint Of(RmtSymbol symbol) =>
        Half(symbol.Duration0, symbol.Level0) | (Half(symbol.Duration1, symbol.Level1) << 16);

    public static int Duration0(uint word) => (int)(word & DurationMask);

    public static int Duration1(uint word) => (int)((word >> 16) & DurationMask);

    public static bool Level0(uint word) => (word & 0x8000) != 0;

    public static bool Level1(uint word) => (word & 0x8000_0000) != 0;

    /// <summary>Ticks on the wire; what follows a duration of 0 is not sent.</summary>
    public static int Ticks(uint word) => Duration0(word) == 0 ? 0 : Duration0(word) + Duration1(word);

    /// <summary>True when one of the durations is 0: the transmission ends there.</summary>
    public static bool Ends(uint word) => Duration0(word) == 0 || Duration1(word) == 0;

    public static uint Read(ReadOnlySpan<byte> data) => BinaryPrimitives.ReadUInt32LittleEndian(data);

    public static byte[] Serialize(ArrayList symbols)
    {
        byte[] data = new byte[symbols.Count * Bytes];
        for (int i = 0; i < symbols.Count; i++)
        {
            BinaryPrimitives.WriteUInt32LittleEndian(data.AsSpan(i * Bytes), Of((RmtSymbol)symbols[i]!));
        }

        return data;
    }

    private static uint Half(ushort duration, bool level) => duration | (level ? 0x8000u : 0);
}
