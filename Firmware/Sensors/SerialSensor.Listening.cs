using System;

namespace NanoFirmware.Sensors;

/// <content>Once a hop, or again after a while.</content>
internal sealed partial class SerialSensor
{
    // A digit and the line's end.
    private const int LeastLine = 2;

    /// <inheritdoc/>
    protected override string Condition
    {
        get
        {
            if (_port == null)
            {
                return "the port is not open: " + (LastFault ?? "it will be in a moment");
            }

            return _losses.LinesPerSecond == 0 ? "no numbers come" : "ok";
        }
    }

    /// <inheritdoc/>
    protected override void Listen(long nowUs)
    {
        if (_port != null && _openPins != PinsWanted)
        {
            Close();
            _retryUs = 0;
        }

        if (_port == null && !TryOpen(nowUs))
        {
            return;
        }

        try
        {
            Read(nowUs);
        }
        catch (Exception)
        {
            Close();
            _retryUs = nowUs + RetryUs;
            throw;
        }
    }

    /// <inheritdoc/>
    public override void Attach(bool wantsTurn) => _ears.Afterwards = wantsTurn ? this : null;

    /// <inheritdoc/>
    public override void MakeRoom()
    {
        base.MakeRoom();
        _bytes = _bytes ?? new byte[PieceBytes];
        _numbers = _numbers ?? new int[PieceBytes / LeastLine];
        _raw = _raw ?? new SampleRing();
    }
}
