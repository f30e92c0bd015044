namespace NanoFirmware.Live;

/// <summary>
/// Frames by WLED's realtime UDP; each datagram says for how long it holds. Shown once a frame, when all that waits was read.
/// </summary>
internal sealed class WledInput : LiveInput
{
    private readonly WledPacket _packet = new WledPacket();
    private WledKind _kind;
    private int _holdMs;
    private bool _isDirty;

    public WledInput(LiveControls controls, LiveCanvas canvas)
        : base("wled", WledPacket.Port, controls, canvas)
    {
    }

    /// <inheritdoc/>
    protected override int HoldMs => _holdMs;

    /// <inheritdoc/>
    public override void Draw(byte[] packet)
    {
        WledPacket wled = _packet;
        if (_kind == WledKind.Warls)
        {
            Canvas.PutSingles(packet, wled.DataAt, wled.DataBytes / wled.PixelBytes);
        }
        else if (wled.PixelBytes == 3)
        {
            Canvas.Put(packet, wled.DataAt, wled.DataBytes, wled.FirstPixel * 3);
        }
        else
        {
            Canvas.PutWithWhite(packet, wled.DataAt, wled.DataBytes / wled.PixelBytes, wled.FirstPixel);
        }

        _isDirty = _isDirty || _kind != WledKind.KeepAlive;
    }

    /// <inheritdoc/>
    public override void Drop() => _isDirty = false;

    /// <inheritdoc/>
    public override void EndFrame()
    {
        if (_isDirty)
        {
            _isDirty = false;
            Show();
        }
    }

    /// <inheritdoc/>
    protected override bool Read(byte[] packet, int length, int nowMs)
    {
        _kind = _packet.Read(packet, length);
        bool isOutside = _kind != WledKind.KeepAlive && _packet.FirstPixel * 3 >= Canvas.Bytes;
        if (_kind == WledKind.None || isOutside)
        {
            Refused++;
            return false;
        }

        if (_packet.HoldSeconds == 0)
        {
            End();
            return false;
        }

        _holdMs = _packet.HoldSeconds == WledPacket.ForEver ? LiveControls.HoldForEver : _packet.HoldSeconds * 1000;
        return _kind != WledKind.KeepAlive || IsAlive;
    }
}
