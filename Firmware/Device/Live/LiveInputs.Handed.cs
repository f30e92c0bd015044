using System.Threading;
using NanoFirmware.Control;
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

    /// <summary>Hands single pixels over, as <see cref="HandedPicture.Put"/> does.</summary>
    public void Put(int output, byte[] pixels, bool[] isGiven)
    {
        LiveCanvas canvas = Canvas();
        lock (_making)
        {
            if (_picture == null)
            {
                var picture = new HandedPicture(_stage);
                _pictureInput = new HandedInput("json", Controls, canvas, picture.Frame, picture);
                _picture = picture;
            }
        }

        _picture.Put(output, pixels, isGiven);
        Begin();
    }

    /// <summary>Takes a message of one of the socket's clients, as <see cref="SocketPixels.Take"/> does.</summary>
    public void Take(object client, byte[] message, int length, int nowMs)
    {
        LiveCanvas canvas = Canvas();
        lock (_making)
        {
            if (_pixels == null)
            {
                var pixels = new SocketPixels(Controls, _stage.LedsTogether);
                _pixelsInput = new HandedInput("socket", Controls, canvas, pixels.Frame, null);
                _pixels = pixels;
            }
        }

        _pixels.Take(client, message, length, nowMs);
        Begin();
    }

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

    private void LookAtHanded(HandedInput input, int nowMs)
    {
        if (input == null)
        {
            return;
        }

        if (input.IsNew)
        {
            TakeIn(input, null, 0, nowMs);
        }

        input.Watch(nowMs);
        input.Measure(nowMs);
    }

    // While all strips show one picture, a part of them cannot be somebody else's.
    private int OutputsOf(LiveInput input)
    {
        bool isShared = _stage.Span != null || _stage.Link == MasterControls.SameOnBoth
            || _stage.Link == MasterControls.Continued;
        return isShared ? SentFrame.EveryOutput : input.Outputs;
    }

    private bool IsAlive(HandedInput input) => input != null && input.IsAlive;
}
