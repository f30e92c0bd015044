using NanoFirmware.Outputs;

namespace NanoFirmware.Live;

/// <summary>Frames that other threads of this device hand over, since they came by TCP: it has no port of its own.</summary>
internal sealed class HandedInput : LiveInput
{
    private readonly SentFrame _frame;
    private readonly HandedPicture _picture;
    private int _number;
    private int _shown;

    /// <param name="name">What it is called in answers.</param>
    /// <param name="controls">How its pixels are taken.</param>
    /// <param name="canvas">Where they go.</param>
    /// <param name="frame">Where they are handed over.</param>
    /// <param name="picture">What says how long and on which outputs they stay; null for the time-out and all of them.</param>
    public HandedInput(string name, LiveControls controls, LiveCanvas canvas, SentFrame frame, HandedPicture picture)
        : base(name, 0, controls, canvas)
    {
        _frame = frame;
        _picture = picture;
    }

    /// <summary>Whether there is a frame that has not been looked at.</summary>
    public bool IsNew => _frame.Number != _number;

    /// <inheritdoc/>
    public override int Outputs => _picture == null ? SentFrame.EveryOutput : _picture.Outputs;

    /// <inheritdoc/>
    public override bool TakesOrder => _picture == null;

    /// <inheritdoc/>
    protected override int HoldMs => _picture == null ? base.HoldMs : LiveControls.HoldForEver;

    /// <inheritdoc/>
    public override void Watch(int nowMs)
    {
        base.Watch(nowMs);
        if (IsAlive && Outputs == 0)
        {
            End();
        }
    }

    /// <inheritdoc/>
    public override void Draw(byte[] packet)
    {
        if (_shown != _number && Canvas.TryTake(_frame))
        {
            _shown = _number;
            Show();
        }
    }

    /// <inheritdoc/>
    public override void Resume()
    {
        _shown = _number - 1;
        Draw(null);
    }

    /// <inheritdoc/>
    protected override bool Read(byte[] packet, int length, int nowMs)
    {
        // Whoever is overtaken meanwhile looks again in the next frame.
        _number = _frame.Number;
        return true;
    }
}
