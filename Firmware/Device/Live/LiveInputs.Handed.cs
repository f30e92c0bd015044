using System.Threading;
using NanoFirmware.Outputs;

namespace NanoFirmware.Live;

/// <content>What comes by TCP, on the web's threads: they hand it over, and the conductor finds it at the start of its next
/// frame.</content>
internal sealed partial class LiveInputs
{
    /// <summary>How many inputs without a port there may be.</summary>
    public const int Handed = 2;

    // A frame that is late for more than that is not waited for.
    private const int LongestFrameMs = 50;

    // Made by whoever comes first: a request, or the conductor.
    private readonly object _making = new object();
    private HandedPicture _picture;
    private SocketPixels _pixels;
    private HandedInput _pictureInput;
    private HandedInput _pixelsInput;

    /// <summary>Single pixels that requests hand over; null while none ever did.</summary>
    public HandedPicture Picture => _picture;

    /// <summary>The inputs without a port, for 0 and 1; null while nothing ever came.</summary>
    public LiveInput HandedAt(int index) => index == 0 ? _pictureInput : _pixelsInput;

    /// <summary>
    /// What was lost, late and refused of the input with that number before it was handed over; null for nothing.
    /// </summary>
    public LiveInput CountsAt(int index) => index == 0 || _pixels == null ? null : _pixels.Counts;

    /// <summary>Whether a client of the socket sends pictures.</summary>
    public bool IsDrawnBySocket => IsAlive(_pixelsInput);

    /// <summary>
    /// Rests for so many ms; while clients of the socket draw, until our next frame begins, so that each of our frames finds the
    /// newest of their pictures.
    /// </summary>
    public void WaitForFrame(int ms)
    {
        if (IsDrawnBySocket)
        {
            _pixels.FrameBegan.WaitOne(LongestFrameMs, false);
        }
        else
        {
            Thread.Sleep(ms);
        }
    }

    private LiveCanvas Canvas()
    {
        lock (_making)
        {
            if (_canvas == null)
            {
                _stage.Sent = new SentFrame(_stage.LedsTogether);
                _canvas = new LiveCanvas(_stage.Sent);
            }

            return _canvas;
        }
    }

    private bool IsAlive(HandedInput input) => input != null && input.IsAlive;
}
