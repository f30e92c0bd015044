using System;
using System.Threading;
using NanoFirmware.Outputs;

namespace NanoFirmware.Live;

/// <summary>
/// Frames that clients of the socket send: each message one packet of DDP, as WLED takes it there with a 2 in front, or without.
/// One thread's.
/// </summary>
internal sealed class SocketPixels
{
    /// <summary>WLED's number for DDP among what a message may hold.</summary>
    public const int DdpMark = 2;

    private readonly DdpInput _ddp;
    private object _client;

    /// <param name="controls">How pixels are taken.</param>
    /// <param name="pixels">Of all strips together.</param>
    public SocketPixels(LiveControls controls, int pixels)
    {
        Frame = new SentFrame(pixels);
        _ddp = new DdpInput(controls, new LiveCanvas(Frame));
    }

    /// <summary>What has been put together and shown.</summary>
    public readonly SentFrame Frame;

    /// <summary>Is set when one of our frames begins: what is handed over before the next one is shown with that.</summary>
    public readonly AutoResetEvent FrameBegan = new AutoResetEvent(false);

    /// <summary>What was lost, late and refused on the way here.</summary>
    public LiveInput Counts => _ddp;

    /// <summary>Takes a message; what is none is counted and changes nothing.</summary>
    /// <param name="client">Who sends it: another one's numbers begin anew.</param>
    /// <param name="message">Its first <paramref name="length"/> bytes count.</param>
    /// <param name="length">How many.</param>
    /// <param name="nowMs">The clock.</param>
    public void Take(object client, byte[] message, int length, int nowMs)
    {
        if (client != _client)
        {
            _client = client;
            _ddp.End();
        }

        if (length > 0 && message[0] == DdpMark)
        {
            length--;
            Array.Copy(message, 1, message, 0, length);
        }

        if (_ddp.Hear(message, length, nowMs))
        {
            _ddp.Draw(message);
            _ddp.EndFrame();
        }
    }
}
