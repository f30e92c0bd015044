using System.Collections;
using NanoHost.Rmt;

namespace nanoFramework.Hardware.Esp32.Rmt;

/// <summary>A list of symbols, kept in the form the hardware takes once it was asked for.</summary>
public class RmtSymbols : IEnumerable
{
    private byte[]? _serialized;

    public RmtSymbols()
    {
    }

    public RmtSymbols(RmtSymbol[]? symbolsArray) => Symbols.AddRange(symbolsArray ?? Array.Empty<RmtSymbol>());

    public ArrayList Symbols { get; } = new();

    public int Count => Symbols.Count;

    public RmtSymbol this[int index]
    {
        get => (RmtSymbol)Symbols[index]!;
        set
        {
            Symbols[index] = value;
            _serialized = null;
        }
    }

    public void Add(RmtSymbol cmd)
    {
        Symbols.Add(cmd);
        _serialized = null;
    }

    public void Clear()
    {
        Symbols.Clear();
        _serialized = null;
    }

    /// <summary>
    /// Four bytes a symbol, little endian, as <see cref="SymbolWord"/> lays them out. Made once, until the list changes.
    /// </summary>
    public byte[] Serialize() => _serialized ??= SymbolWord.Serialize(Symbols);

    public IEnumerator GetEnumerator() => Symbols.GetEnumerator();
}
