using NanoFirmware.Live;
using NanoFirmware.Outputs;

namespace NanoFirmware.Tests.Live;

/// <summary>An input by itself: datagrams in, the frame that is shown out. 360 pixels, a clock of its own.</summary>
internal sealed class LiveBooth
{
    public const int Pixels = 360;

    private readonly Picture _shown = new Picture(Pixels);

    public LiveBooth()
    {
        Frame = new SentFrame(Pixels);
        Canvas = new LiveCanvas(Frame);
    }

    public readonly LiveControls Controls = new LiveControls();

    public readonly SentFrame Frame;

    public readonly LiveCanvas Canvas;

    /// <summary>The clock, in ms.</summary>
    public int NowMs = 1000;

    /// <summary>Frames that were shown.</summary>
    public int Shown => Frame.Number;

    /// <summary>A datagram comes; true when it was taken.</summary>
    public bool Send(LiveInput input, byte[] packet)
    {
        bool isTaken = input.Hear(packet, packet.Length, NowMs);
        if (isTaken)
        {
            input.Draw(packet);
        }

        return isTaken;
    }

    /// <summary>A frame ends, 17 ms pass.</summary>
    public void EndFrame(LiveInput input)
    {
        input.EndFrame();
        NowMs += 17;
        input.Watch(NowMs);
    }

    /// <summary>Red of a pixel in the frame that is shown.</summary>
    public int RedOf(int pixel)
    {
        Frame.TryRead(_shown);
        return _shown.Grb[pixel * 3];
    }
}
