namespace nanoFramework.Hardware.Esp32.Rmt;

/// <summary>The bytes that a step of the encoder sends, and how many times.</summary>
public class EncoderData
{
    public EncoderData(byte[] data, int loop = 1)
    {
        Data = data;
        Loop = loop;
    }

    public byte[] Data { get; set; }

    public int Loop { get; set; }
}
