namespace NanoFirmware.Live;

/// <summary>Frames as bare pixels, one datagram each, from the first pixel on: Hyperion's way to WLED.</summary>
internal sealed class RgbInput : LiveInput
{
    private const int RgbPort = 19446;

    private int _bytes;

    public RgbInput(LiveControls controls, LiveCanvas canvas)
        : base("rgb", RgbPort, controls, canvas)
    {
    }

    /// <inheritdoc/>
    public override void Draw(byte[] packet)
    {
        Canvas.Put(packet, 0, _bytes, 0);
        Show();
    }

    /// <inheritdoc/>
    protected override bool Read(byte[] packet, int length, int nowMs)
    {
        if (length == 0 || length % 3 != 0)
        {
            Refused++;
            return false;
        }

        _bytes = length;
        return true;
    }
}
