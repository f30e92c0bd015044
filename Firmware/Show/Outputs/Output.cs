using System;
using NanoFirmware.Rendering;

namespace NanoFirmware.Outputs;

/// <summary>
/// One strip, and what every frame passes before it: cross-fade → flash guard → power limit → wire. What it is asked to show it
/// shows, whoever drew it.
/// </summary>
internal sealed class Output
{
    // From dark to all that is asked for, so that a supply that was just switched on meets no step of many ampere.
    private const int SoftStartUs = 700000;

    private readonly SharedLimits _limits;
    private long _softUntilUs;

    /// <param name="index">Its place among the outputs.</param>
    /// <param name="strip">The strip to drive.</param>
    /// <param name="limits">What it shares with the others.</param>
    public Output(int index, Strip strip, SharedLimits limits)
    {
        Index = index;
        Strip = strip;
        _limits = limits;
        Frame = new byte[strip.Leds * 3];
        Blocks = new FrameBlocks(strip.Order);
        Fade = new CrossFade(Frame.Length, Blocks);
        Limiter = new FrameLimiter(this, limits, Blocks);
    }

    public readonly int Index;

    public readonly Strip Strip;

    /// <summary>What is to be shown next, 3 bytes a pixel in wire order.</summary>
    public readonly byte[] Frame;

    /// <summary>What has to touch every byte; used by the thread that draws for it.</summary>
    public readonly FrameBlocks Blocks;

    public readonly FrameLimiter Limiter;

    /// <summary>From what was shown to what is to come, while that takes some time.</summary>
    public readonly CrossFade Fade;

    public readonly FrameMetrics Metrics = new FrameMetrics();

    /// <summary>Pictures for it that were drawn elsewhere; null while it shows what its own channel draws.</summary>
    public LiveFrame Live;

    /// <summary>What is shown to test the strip, in place of everything else; null for nothing.</summary>
    public StripWalk Walk;

    /// <summary>True until the first frame after <see cref="StartSoftly"/>.</summary>
    public bool IsStarting;

    /// <summary>Another picture is being faded to.</summary>
    public bool IsFading => Fade.IsOn;

    /// <summary>Its frames take so long on the wire that every second one is left out.</summary>
    public bool IsHalfRate => Strip.Leds > Board.MostLedsAtFullRate;

    /// <summary>What the strip draws by the LEDs' model, in mA.</summary>
    public int Milliamps => _limits.Power.LitMa(Metrics.LitSum) + _limits.Power.IdleMa(Index);

    /// <summary>Lets the light rise over 0.7 s from the next frame on, whatever fade is chosen.</summary>
    public void StartSoftly() => IsStarting = true;

    /// <summary>That frame is here.</summary>
    public void Start(long nowUs)
    {
        IsStarting = false;
        _softUntilUs = nowUs + SoftStartUs;
    }

    /// <summary>Another picture follows: it is faded to from the one that is shown.</summary>
    public void Change(int fadeMs, long nowUs)
    {
        int softMs = _softUntilUs > nowUs ? (int)((_softUntilUs - nowUs) / 1000) : 0;
        Limiter.Begin();
        Fade.Begin(Strip.Wire.Bytes, fadeMs > softMs ? fadeMs : softMs);
    }

    /// <summary>
    /// Waits until the strip is done with the last frame, and claims it; false when it never is, and this frame is lost. For
    /// who could not claim it at once.
    /// </summary>
    public bool WaitUntilReady()
    {
        if (Strip.WaitUntilFree())
        {
            return true;
        }

        Metrics.Dropped++;
        return false;
    }

    /// <summary>Sends <see cref="Frame"/>, faded and as dark as it must be.</summary>
    /// <param name="light">What is known of it.</param>
    /// <param name="sums">Where the output that drew a picture for others leaves what it adds up to; else null.</param>
    /// <param name="known">What the picture adds up to, where somebody may know it; else null.</param>
    /// <param name="elapsedMs">Time since the last frame in ms.</param>
    /// <param name="otherWork">What else this frame had to do.</param>
    /// <param name="nowUs">The µs clock at the start of the frame.</param>
    /// <returns>The time of the start of the transmission in µs.</returns>
    public long Show(PictureLight light, FrameSums sums, FrameSums known, int elapsedMs, int otherWork, long nowUs)
    {
        FrameLimiter limiter = Limiter;
        CrossFade fade = Fade;
        byte[] frame = Frame;
        byte[] wire = Strip.Wire.Bytes;
        if (!light.IsLit)
        {
            fade.Stop();
            Array.Clear(frame, 0, frame.Length);
        }
        else if (fade.IsOn)
        {
            Blocks.HalfFrom = -1;
            fade.Mix(elapsedMs, otherWork + (limiter.IsTight ? 1 : 0), frame);
        }

        bool isPicture = light.IsLit && !fade.IsOn;
        limiter.Limit(frame, wire, nowUs, light, isPicture ? known : null);
        if (Walk != null && !Walk.Draw(wire, Strip.Order, nowUs))
        {
            Walk = null;
        }

        long sentUs = Strip.Send();
        if (limiter.IsOwed)
        {
            limiter.Settle(frame, nowUs);
        }

        if (isPicture && sums != null && !light.IsReceived)
        {
            sums.Take(Blocks.Green, Blocks.Red, Blocks.Blue, limiter.IsExact);
        }

        return sentUs;
    }
}
