using NanoFirmware.Audio;
using NanoFirmware.Control;
using NanoFirmware.DeviceModel.Measuring;
using NanoFirmware.Outputs;
using NanoFirmware.Rendering;
using NanoHost;

namespace NanoFirmware.Bench.Walks;

/// <summary>
/// Both channels on one stage, on a board whose clock stands still between frames; limits and guard as after a factory reset.
/// </summary>
internal sealed class TwinBooth : IDisposable
{
    private const int HopUs = 16667;

    private readonly ManualClock _clock = new();
    private readonly SimulatedBoard _board;
    private readonly byte[] _grb = new byte[Board.StripLeds * 3];
    private int _thirds;

    internal TwinBooth()
    {
        _board = SimulatedBoard.Install(new SimulatedBoard(_clock));
        var show = new WiredShow();
        Master = show.Master;
        A = show.A;
        B = show.B;
    }

    internal MasterControls Master { get; }

    internal Channel A { get; }

    internal Channel B { get; }

    /// <summary>What the frames are drawn from.</summary>
    internal AudioSnapshot Heard { get; } = new();

    /// <summary>
    /// Relative luminance of each strip, 60 values a second since the start: a frame of several hops stands so long.
    /// </summary>
    internal List<double> LightA { get; } = [];

    internal List<double> LightB { get; } = [];

    /// <summary>All bytes of the frames last sent, added up.</summary>
    internal int SumA { get; private set; }

    internal int SumB { get; private set; }

    internal bool IsDark => SumA + SumB == 0;

    /// <summary>Draws a frame on both strips, so many hops after the last one.</summary>
    internal void Frame(int hops)
    {
        // By the audio thread's rules; a hop is 50/3 ms.
        Heard.Sequence += hops;
        Heard.Onsets += Heard.Onset ? 1 : 0;
        Heard.Beats += Heard.Beat ? 1 : 0;
        _thirds += 50 * hops;
        int elapsedMs = _thirds / 3;
        _thirds %= 3;
        SumA = Draw(A, LightA, elapsedMs, hops);
        SumB = Draw(B, LightB, elapsedMs, hops);
        _clock.Advance(HopUs * hops);
    }

    public void Dispose() => _board.Dispose();

    private int Draw(Channel channel, List<double> light, int elapsedMs, int hops)
    {
        channel.RenderFrame(Heard, elapsedMs, _clock.NowUs);
        channel.Output.Strip.Wire.Bytes.CopyTo(_grb, 0);
        double luminance = FlashCount.Luminance(_grb);
        for (int hop = 0; hop < hops; hop++)
        {
            light.Add(luminance);
        }

        return _grb.Sum(part => part);
    }
}
