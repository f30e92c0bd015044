using System.Numerics;
using nanoFramework.Hardware.Esp32.Rmt;

namespace NanoHost.Rmt;

/// <summary>
/// One step of a transmitter's encoder with the data it is bound to: symbols from bits, or symbols as they are.
/// </summary>
internal sealed class EncoderStep
{
    private readonly bool _isByte;
    private readonly uint _bit0;
    private readonly uint _bit1;
    private readonly bool _msbFirst;

    public EncoderStep(EncoderSettings settings)
    {
        if (settings is ByteEncoderSettings bytes)
        {
            _isByte = true;
            _bit0 = Checked(bytes.Bit0);
            _bit1 = Checked(bytes.Bit1);
            _msbFirst = bytes.MsbFirst;
        }
        else if (settings is CopyEncoderSettings copy)
        {
            Data = copy.Data;
            Length = copy.Data?.Length ?? 0;
            IsFixed = copy.Data != null;
        }
        else
        {
            throw new ArgumentException("An encoder step is a ByteEncoderSettings or a CopyEncoderSettings.");
        }
    }

    /// <summary>The array that is read while the step runs; null until the first send binds one.</summary>
    public byte[]? Data { get; private set; }

    /// <summary>Bytes of <see cref="Data"/> in use.</summary>
    public int Length { get; private set; }

    /// <summary>How often the data is sent; 1 also for anything less.</summary>
    public int Loops { get; private set; } = 1;

    /// <summary>True when the data came with the settings.</summary>
    public bool IsFixed { get; }

    public bool IsCopy => !_isByte;

    /// <summary>Symbols of one loop.</summary>
    public int Symbols => _isByte ? Length * 8 : Length / SymbolWord.Bytes;

    public void Bind(byte[] data, int length, int loops)
    {
        if (!_isByte && length % SymbolWord.Bytes != 0)
        {
            throw new ArgumentException($"A copy encoder takes symbols of four bytes, got {length} bytes.");
        }

        Data = data;
        Length = length;
        Loops = Math.Max(1, loops);
    }

    /// <summary>
    /// The array lies elsewhere now: what is read from here on is what it left behind. False when there is none yet.
    /// </summary>
    public bool Move()
    {
        Data = (byte[]?)Data?.Clone();
        return Data != null;
    }

    /// <summary>Symbol <paramref name="index"/> of <paramref name="data"/>.</summary>
    public uint Word(ReadOnlySpan<byte> data, int index)
    {
        if (!_isByte)
        {
            return SymbolWord.Read(data[(index * SymbolWord.Bytes)..]);
        }

        int bit = index % 8;
        int shift = _msbFirst ? 7 - bit : bit;
        return ((data[index / 8] >> shift) & 1) != 0 ? _bit1 : _bit0;
    }

    /// <summary>The bytes that symbols <paramref name="first"/> to first + count − 1 are made of.</summary>
    public (int Start, int Count) BytesOf(int first, int count)
    {
        if (!_isByte)
        {
            return (first * SymbolWord.Bytes, count * SymbolWord.Bytes);
        }

        int start = first / 8;
        return (start, (first + count + 7) / 8 - start);
    }

    /// <summary>Symbols that one loop over <paramref name="data"/> puts on the wire, and their ticks.</summary>
    /// <param name="data">What is sent, <see cref="Length"/> bytes.</param>
    /// <param name="ticks">Ticks of all of them.</param>
    /// <param name="ended">True when one of them ends the transmission.</param>
    public int Measure(ReadOnlySpan<byte> data, out long ticks, out bool ended)
    {
        if (!_isByte)
        {
            return MeasureCopy(data, out ticks, out ended);
        }

        int ones = 0;
        foreach (byte value in data)
        {
            ones += BitOperations.PopCount(value);
        }

        ended = false;
        ticks = (long)SymbolWord.Ticks(_bit1) * ones + (long)SymbolWord.Ticks(_bit0) * (Symbols - ones);
        return Symbols;
    }

    private static int MeasureCopy(ReadOnlySpan<byte> data, out long ticks, out bool ended)
    {
        int symbols = 0;
        ticks = 0;
        ended = false;
        for (; symbols < data.Length / SymbolWord.Bytes && !ended; symbols++)
        {
            uint word = SymbolWord.Read(data[(symbols * SymbolWord.Bytes)..]);
            ticks += SymbolWord.Ticks(word);
            ended = SymbolWord.Ends(word);
        }

        return symbols;
    }

    private static uint Checked(RmtSymbol symbol)
    {
        if (symbol.Duration0 == 0 || symbol.Duration1 == 0)
        {
            throw new ArgumentException("A bit's symbol has a duration of 0, which ends the transmission at the first such bit.");
        }

        return SymbolWord.Of(symbol);
    }
}
