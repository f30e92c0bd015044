using System.Threading;

namespace NanoFirmware.Audio;

/// <summary>
/// The handshake between the audio thread and one render thread. Setting an event and then waiting for the answer hands
/// over at once; every other way makes the renderer wait for the scheduler's quantum (docs/platform.md).
/// </summary>
public sealed class FrameSignal
{
    private readonly AutoResetEvent _raised = new AutoResetEvent(false);
    private readonly AutoResetEvent _answered = new AutoResetEvent(false);
    private bool _awaited;
    private bool _asked;

    /// <summary>Frames in which the renderer was still at an earlier one, or was let skip to catch up.</summary>
    public int Skipped;

    /// <summary>Number of the frame that was asked for last; its answer carries it.</summary>
    public int Frame;

    /// <summary>Audio side: asks for a frame, unless the last one has not been answered yet.</summary>
    public void Raise()
    {
        _asked = !_awaited || _answered.WaitOne(0, false);
        if (!_asked)
        {
            Skipped++;
            return;
        }

        // Whatever came after the last answer was waited for is nobody's.
        _answered.Reset();
        Frame++;
        _awaited = true;
        _raised.Set();
    }

    /// <summary>
    /// Audio side: waits for the answer, at most <paramref name="timeoutMs"/>, in steps of the 10 ms tick; not at all for one
    /// that did not answer the frame before.
    /// </summary>
    public void WaitForAnswer(int timeoutMs)
    {
        if (_asked && _answered.WaitOne(timeoutMs, false))
        {
            _awaited = false;
        }
    }

    /// <summary>
    /// Render side: waits until a frame is asked for, at most <paramref name="timeoutMs"/>; false when none was.
    /// </summary>
    public bool WaitForRaise(int timeoutMs) => _raised.WaitOne(timeoutMs, false);

    /// <summary>Forgets a frame that was asked for and will never be answered, since its thread is no more.</summary>
    public void Forget()
    {
        _raised.Reset();
        _answered.Reset();
        _awaited = false;
        Frame++;
    }

    /// <summary>
    /// Render side: <paramref name="frame"/> is on its way to the strip. That of a thread which was replaced meanwhile is
    /// nobody's.
    /// </summary>
    public void Answer(int frame)
    {
        if (frame == Frame)
        {
            _answered.Set();
        }
    }
}
