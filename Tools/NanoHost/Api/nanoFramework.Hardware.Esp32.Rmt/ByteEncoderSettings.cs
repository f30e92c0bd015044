namespace nanoFramework.Hardware.Esp32.Rmt;

/// <summary>Turns every bit of the data into one of two symbols.</summary>
public class ByteEncoderSettings : EncoderSettings
{
    /// <param name="Bit0">The symbol of a 0.</param>
    /// <param name="Bit1">The symbol of a 1.</param>
    /// <param name="MsbFirst">True to send bit 7 of a byte first.</param>
    /// <param name="byteLength">Ignored by the driver: a step sends all of its data.</param>
    public ByteEncoderSettings(RmtSymbol Bit0, RmtSymbol Bit1, bool MsbFirst, int byteLength = 0)
        : base(EncoderType.Byte)
    {
        this.Bit0 = Bit0;
        this.Bit1 = Bit1;
        this.MsbFirst = MsbFirst;
    }

    public RmtSymbol Bit0 { get; }

    public RmtSymbol Bit1 { get; }

    public bool MsbFirst { get; }
}
