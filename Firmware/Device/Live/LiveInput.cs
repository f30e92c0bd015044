using System.Net;
using NanoFirmware.Outputs;

namespace NanoFirmware.Live;

/// <summary>
/// One protocol that may light the strips: what its datagrams say, and who sends them. It knows no socket and no clock.
/// </summary>
internal abstract class LiveInput
{
    /// <summary>Priority of everybody who states none: E1.31's usual one.</summary>
    public const int UsualPriority = 100;

    private const int SecondMs = 1000;

    protected readonly LiveControls Controls;
    protected readonly LiveCanvas Canvas;

    private bool _hasPaused;
    private int _framesBefore;
    private int _frameMs;
    private int _intervalMs;
    private int _jitterMs16;
    private int _framesAtSecond;
    private int _secondMs;

    /// <param name="name">Its switch among the controls.</param>
    /// <param name="port">UDP port.</param>
    /// <param name="controls">How its pixels are taken.</param>
    /// <param name="canvas">Where they go.</param>
    protected LiveInput(string name, int port, LiveControls controls, LiveCanvas canvas)
    {
        Name = name;
        Port = port;
        Controls = controls;
        Canvas = canvas;
    }

    public readonly string Name;

    /// <summary>UDP port.</summary>
    public readonly int Port;

    /// <summary>Datagrams that were taken.</summary>
    public int Packets;

    /// <summary>Datagrams that are none of the protocol, not whole, or out of range.</summary>
    public int Refused;

    /// <summary>Datagrams that another sender's outranked.</summary>
    public int Outranked;

    /// <summary>Datagrams that came after a newer one.</summary>
    public int Late;

    /// <summary>Datagrams that never came, by the sequence numbers.</summary>
    public int Lost;

    /// <summary>Frames that were shown.</summary>
    public int Frames;

    /// <summary>Frames in the last whole second.</summary>
    public int FramesPerSecond;

    /// <summary>
    /// How much the intervals between frames differ from each other in the mean, in ms; told in steps of our own frames.
    /// </summary>
    public int JitterMs => _jitterMs16 >> 4;

    /// <summary>Whose datagram was looked at last, about once a second; null before the first.</summary>
    public EndPoint Sender;

    /// <summary>True from a sender's first datagram to its time-out or its end.</summary>
    public bool IsAlive;

    /// <summary>
    /// Which of all inputs' senders the present one was, counted by whoever listens: a clock of ms would have come round for one
    /// that is there for a month.
    /// </summary>
    public int Arrival;

    /// <summary>When it was last heard, in ms.</summary>
    public int HeardMs;

    /// <summary>Who has more is shown; among equals who began last.</summary>
    public virtual int Priority => UsualPriority;

    /// <summary>Without a datagram for so long patterns come back, in ms; <see cref="LiveControls.HoldForEver"/> never.</summary>
    protected virtual int HoldMs => Controls.Values[LiveControls.TimeoutIndex];

    /// <summary>Whether it draws: what does not is never the one that is shown.</summary>
    public virtual bool IsPicture => true;

    /// <summary>The outputs that its frames are for, a bit for each.</summary>
    public virtual int Outputs => SentFrame.EveryOutput;

    /// <summary>
    /// Whether the controls for senders say in which order its bytes come and whether they are raw; else red comes first, and
    /// they are not.
    /// </summary>
    public virtual bool TakesOrder => true;

    /// <summary>
    /// Groups that the port must join for <paramref name="index"/> 0, 1, 2 …: an IPv4 address; null for no more.
    /// </summary>
    public virtual byte[] GroupAt(int index) => null;

    /// <summary>Looks at a datagram, touches no pixel; true when it is to be drawn if nobody outranks it.</summary>
    /// <param name="packet">Its first <paramref name="length"/> bytes count.</param>
    /// <param name="length">How many.</param>
    /// <param name="nowMs">The clock.</param>
    public bool Hear(byte[] packet, int length, int nowMs)
    {
        if (!Read(packet, length, nowMs))
        {
            return false;
        }

        Packets++;
        HeardMs = nowMs;
        _hasPaused = _hasPaused || !IsAlive;
        IsAlive = true;
        return true;
    }

    /// <summary>Draws the datagram that was heard last.</summary>
    public abstract void Draw(byte[] packet);

    /// <summary>Nothing more waits in this frame; called in every frame while the input is switched on.</summary>
    public virtual void EndFrame()
    {
    }

    /// <summary>Ends a sender that has been silent for too long.</summary>
    /// <param name="nowMs">The clock.</param>
    public virtual void Watch(int nowMs)
    {
        int hold = HoldMs;
        if (IsAlive && hold < LiveControls.HoldForEver && nowMs - HeardMs >= hold)
        {
            End();
        }
    }

    /// <summary>Notes how regularly frames come; called in every frame.</summary>
    /// <param name="nowMs">The clock.</param>
    public void Measure(int nowMs)
    {
        if (Frames != _framesBefore)
        {
            // A pause between two senders is no interval.
            int intervalMs = _hasPaused ? _intervalMs : nowMs - _frameMs;
            _hasPaused = false;
            int difference = intervalMs > _intervalMs ? intervalMs - _intervalMs : _intervalMs - intervalMs;

            // As RFC 3550 does: a sixteenth of the way, in sixteenths of a ms.
            _jitterMs16 += difference - (_jitterMs16 >> 4);
            _intervalMs = intervalMs;
            _frameMs = nowMs;
            _framesBefore = Frames;
        }

        if (nowMs - _secondMs >= SecondMs)
        {
            FramesPerSecond = Frames - _framesAtSecond;
            _framesAtSecond = Frames;
            _secondMs = nowMs;
        }
    }

    /// <summary>Forgets the present sender.</summary>
    public virtual void End()
    {
        IsAlive = false;
        Drop();
    }

    /// <summary>Another input draws from now on: what was drawn and not shown is gone.</summary>
    public virtual void Drop()
    {
    }

    /// <summary>It is shown again, or for the first time: what it still has is drawn before the next datagram.</summary>
    public virtual void Resume()
    {
    }

    /// <summary>
    /// Reads a datagram into the input's own fields and judges it; false when it is not to be drawn, and then it is counted.
    /// </summary>
    protected abstract bool Read(byte[] packet, int length, int nowMs);

    /// <summary>Shows what has come.</summary>
    protected void Show()
    {
        Frames++;
        Canvas.Show();
    }
}
