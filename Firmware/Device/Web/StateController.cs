using System;
using NanoFirmware.Audio;
using NanoFirmware.Rendering;
using nanoFramework.Hardware.Esp32;

namespace NanoFirmware.Web;

/// <summary>
/// /api/state: all controls at once, to read and to write; and with <c>?since=</c> what a page that polls needs, in one short answer.
/// </summary>
internal sealed class StateController : Controller
{
    // Every fifth pixel of 180 is enough for a preview on a phone, and of a longer strip no more.
    private const int PreviewPixels = 36;

    // Versions of one start begin where no other start's do, or a phone that was away would find nothing new. Ten digits each.
    private const int LeastVersion = 1000000000;
    private const int VersionRange = 1000000000;

    // A prime: the first versions of two starts lie further apart than their counts of changes, though the requests came 1 µs apart.
    private const int VersionsPerUs = 7919;

    private readonly Device _device;
    private readonly Random _random;
    private int _firstVersion;
    private readonly SnapshotReader _ears;
    private readonly byte[] _frame;
    private readonly byte[] _preview = new byte[PreviewPixels * 3];

    public StateController(Device device)
        : this(device, new Random())
    {
    }

    /// <param name="device">What is told of.</param>
    /// <param name="random">Numbers that may be the same at every start.</param>
    internal StateController(Device device, Random random)
    {
        _device = device;
        _random = random;
        _ears = new SnapshotReader(device.Exchange);
        int a = device.ChannelA.Output.Strip.Leds;
        int b = device.ChannelB.Output.Strip.Leds;
        _frame = new byte[(a > b ? a : b) * 3];
    }

    public override void Handle(Request request, Reply reply)
    {
        if (request.SegmentCount > 2)
        {
            reply.NotFound("unknown path: /api/state has no parts");
            return;
        }

        if (request.IsWrite)
        {
            string problem = _device.State.Read(request.Body, 0, request.BodyLength);
            if (problem != null)
            {
                reply.Error(400, problem);
                return;
            }
        }
        else if (!request.IsRead)
        {
            reply.MethodNotAllowed("GET, POST, PUT");
            return;
        }

        Answer(reply, request.IsRead ? request.Parameter("since") : null);
    }

    private void Answer(Reply reply, string since)
    {
        int version = FirstVersion() + _device.State.Version;
        reply.BeginObject();
        reply.Field("version", version);
        if (since != version.ToString())
        {
            _device.State.WriteFields(reply);
        }

        if (since != null)
        {
            WriteFigures(reply);
        }

        reply.EndObject();
    }

    // A board's random numbers may start alike at every power-up; the µs at which somebody asks for the first time do not.
    private int FirstVersion()
    {
        lock (_ears)
        {
            if (_firstVersion == 0)
            {
                long us = (long)HighResTimer.GetCurrent();
                _firstVersion = LeastVersion + (int)(((us * VersionsPerUs) + _random.Next(VersionRange)) % VersionRange);
            }

            return _firstVersion;
        }
    }

    private void WriteFigures(Reply reply)
    {
        reply.Field("uptimeMs", (long)(HighResTimer.GetCurrent() / 1000));

        // One reader and one buffer serve all requests, one at a time.
        lock (_ears)
        {
            AudioSnapshot audio = _ears.Read();
            reply.Name("sound");
            reply.BeginObject();
            reply.Name("bands");
            reply.HexBytes(audio.Bands);
            reply.Field("level", audio.Level);
            reply.TenthsField("bpm", audio.Bpm10);
            reply.Field("confidence", audio.Confidence);
            reply.EndObject();
            reply.Name("previews");
            reply.BeginObject();
            WritePreview(reply, _device.ChannelA);
            WritePreview(reply, _device.ChannelB);
            reply.EndObject();
        }
    }

    private void WritePreview(Reply reply, Channel channel)
    {
        channel.Output.CopyFrame(_frame);
        int leds = channel.Output.Strip.Leds;
        int step = (leds + PreviewPixels - 1) / PreviewPixels;
        int pixels = 0;
        for (int from = 0; from < leds * 3; from += step * 3)
        {
            int to = pixels * 3;
            _preview[to] = _frame[from];
            _preview[to + 1] = _frame[from + 1];
            _preview[to + 2] = _frame[from + 2];
            pixels++;
        }

        reply.Name(channel.Name);
        reply.Comma();
        reply.Put('"');
        reply.HexPixels(_preview, pixels);
        reply.Put('"');
    }
}
