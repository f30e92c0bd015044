namespace nanoFramework.Hardware.Esp32.Rmt;

/// <summary>Sends symbols as they are: fixed ones, or without any those of the <see cref="EncoderData"/>.</summary>
public class CopyEncoderSettings : EncoderSettings
{
    public CopyEncoderSettings(RmtSymbols? symbols = null)
        : base(EncoderType.Copy) => Data = symbols?.Serialize();

    public CopyEncoderSettings(RmtSymbol[] symbols)
        : this(new RmtSymbols(symbols))
    {
    }

    /// <summary>The fixed symbols, four bytes each; null when every send brings its own.</summary>
    internal byte[]? Data { get; }
}
