using NanoFirmware.Audio;
using NanoFirmware.Control;
using NanoFirmware.Outputs;

namespace NanoFirmware.Rendering;

/// <content>A frame: drawn, received or sent, and shown.</content>
internal sealed partial class Channel
{
    /// <summary>Draws one frame and starts its transmission, as soon as the strip is done with the last one.</summary>
    /// <param name="audio">What was heard.</param>
    /// <param name="elapsedMs">Time since the last frame in ms.</param>
    /// <param name="nowUs">The µs clock at the start of the frame.</param>
    public void RenderFrame(AudioSnapshot audio, int elapsedMs, long nowUs)
    {
        Output output = Output;
        bool isSentOther = _stage.Sent != null && LookForSender();
        bool isSent = _isSent;
        Overlays over = Over != null && Over.Begin(elapsedMs, _light) ? Over : null;
        bool isNew = Take(output.Limiter, isSentOther);
        if (isNew || output.IsStarting)
        {
            elapsedMs = Begin(elapsedMs, isSent, nowUs);
            isNew = true;
        }

        PictureLight light = _light;
        Canvas canvas = _canvas;
        bool isReceived = light.IsReceived;
        bool isDrawn = !isReceived && !isSent;
        canvas.IsAsked = !output.Fade.IsOn;
        canvas.Seen = null;
        output.Blocks.HalfFrom = isDrawn && over == null ? _map.HalfFrom : -1;
        AudioSnapshot heard = _link != MasterControls.Independent && (isDrawn || over != null) ? Hear(audio) : audio;
        if (isDrawn)
        {
            // What adds itself up does so as far as it is seen.
            if (over != null && canvas.AddsUp && _wish.Plan == null)
            {
                canvas.Seen = over.Below(_map.Now);
            }

            canvas.AddsUp = false;
            _layer.Draw(heard, elapsedMs);
            if (_shared.Feeds)
            {
                _shared.Feed(canvas.Grb, _map.Now, _changes);
            }
        }

        if (!_wire.TryBegin(nowUs) && !output.WaitUntilReady())
        {
            return;
        }

        FrameSums sums = _shared.Sums;
        FrameSums known = sums;
        bool isFresh = true;
        if (isSent)
        {
            _sent.Show(output.Frame);
            sums = _sent.Sums;
            known = sums;
        }
        else if (isReceived)
        {
            isFresh = _shared.Show(output.Frame);
        }
        else
        {
            _map.Now.Show(canvas.Grb, _index, output.Frame);
            known = canvas.AddsUp ? canvas.AddedUp(output.Strip.Leds) : null;
        }

        int work = canvas.IsAsked ? 0 : Work(isNew);
        if (over != null)
        {
            // A picture that is shown again has it already.
            FrameSums below = canvas.Seen == null ? null : known;
            work += isFresh ? over.Show(output.Frame, heard, elapsedMs, light, below) : 0;
            sums = null;
            known = isFresh ? over.Known : null;
        }

        output.Metrics.Sent(nowUs, output.Show(light, sums, known, elapsedMs, work, nowUs), audio.CapturedUs);
    }

    // Another picture follows. What was dark fades in like any other; no time has passed for it yet.
    private int Begin(int elapsedMs, bool isSent, long nowUs)
    {
        Output output = Output;
        if (output.IsStarting)
        {
            output.Start(nowUs);
            elapsedMs = 0;
        }

        _changes++;
        output.Change(isSent ? 0 : FadeMs(), nowUs);
        return elapsedMs;
    }

    // What else a frame has to do that is faded to, as the cross-fade counts it.
    private int Work(bool isNew)
    {
        int work = isNew ? 1 : 0;
        return _light.IsWorking ? work + 1 : work;
    }

    private AudioSnapshot Hear(AudioSnapshot audio)
    {
        _linked = _linked ?? new LinkedSnapshot(_index > 0);
        return _linked.Hear(audio, _link, _stage.Master.Values[MasterControls.CanonIndex]);
    }

    private int FadeMs()
    {
        int fadeMs = FadeOnceMs >= 0 ? FadeOnceMs : _wish.Values[ChannelControls.FadeIndex];
        FadeOnceMs = -1;
        return fadeMs;
    }
}
