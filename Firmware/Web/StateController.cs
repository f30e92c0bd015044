using System;
using NanoFirmware.Audio;
using NanoFirmware.Layout;
using NanoFirmware.Rendering;
using nanoFramework.Hardware.Esp32;

namespace NanoFirmware.Web;

/// <summary>
/// /api/state: all controls at once, to read and to write; and with <c>?since=</c> what a page that polls needs, in one short
/// answer.
/// </summary>
internal sealed class StateController : Controller
{
    // Every fifth pixel of 180 is enough for a preview on a phone, and of a longer strip no more.
    private const int PreviewPixels = 36;

    // 25 × 24 are told as 13 × 12: with all else in the answer they fit into a desk's buffer.
    private const int GridPixels = 156;

    // Versions of one start begin where no other start's do, or a phone that was away would find nothing new. Ten digits each.
    private const int LeastVersion = 1000000000;
    private const int VersionRange = 1000000000;

    // A prime: the first versions of two starts lie further apart than their counts of changes, though the requests came 1 µs
    // apart.
    private const int VersionsPerUs = 7919;

    private readonly Device _device;
    private readonly Random _random;
    private int _firstVersion;
    private readonly SnapshotReader _ears;

    public StateController(Device device, SnapshotReader ears)
        : this(device, ears, new Random())
    {
    }

    /// <param name="device">What is told of.</param>
    /// <param name="ears">The reader of all that ask by the API.</param>
    /// <param name="random">Numbers that may be the same at every start.</param>
    internal StateController(Device device, SnapshotReader ears, Random random)
    {
        _device = device;
        _random = random;
        _ears = ears;
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

        Answer(request, reply);
    }

    private void Answer(Request request, Reply reply)
    {
        string since = request.IsRead ? request.Parameter("since") : null;
        int version = FirstVersion() + _device.State.Version;
        reply.BeginObject();
        reply.Field("version", version);
        if (since != version.ToString())
        {
            _device.State.WriteFields(reply);
        }

        if (since != null)
        {
            WriteFigures(request, reply);
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

    private void WriteFigures(Request request, Reply reply)
    {
        reply.Field("uptimeMs", (long)(HighResTimer.GetCurrent() / 1000));

        // One reader serves all requests, one at a time.
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
            if (request.Parameter("previews") != "0")
            {
                WritePreviews(reply);
            }

            WriteGrid(reply, request.Parameter("grid"));
        }
    }

    private void WritePreviews(Reply reply)
    {
        reply.Name("previews");
        reply.BeginObject();
        WritePreview(reply, _device.ChannelA);
        WritePreview(reply, _device.ChannelB);
        reply.EndObject();
    }

    // A grid that somebody asks for is told as a grid, as coarse as it must be.
    private void WriteGrid(Reply reply, string name)
    {
        Channel channel = name == _device.ChannelB.Name ? _device.ChannelB : _device.ChannelA;
        GridPlan plan = channel.Layout.Plan;
        if (name != channel.Name || plan == null)
        {
            return;
        }

        int step = 1;
        while ((plan.Width + step - 1) / step * ((plan.Height + step - 1) / step) > GridPixels)
        {
            step++;
        }

        reply.Name("grid");
        new GridFrame(channel, plan, new[] { _device.ChannelA, _device.ChannelB }, step).WriteNext(reply);
    }

    private static void WritePreview(Reply reply, Channel channel)
    {
        int leds = channel.Output.Strip.Leds;
        int step = leds > PreviewPixels ? (leds + PreviewPixels - 1) / PreviewPixels : 1;
        reply.Name(channel.Name);
        reply.Comma();
        reply.Put('"');
        reply.HexPixels(channel.Output.Strip.Wire.Bytes, channel.Output.Strip.Order, step);
        reply.Put('"');
    }
}
