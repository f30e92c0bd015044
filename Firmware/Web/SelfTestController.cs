using NanoFirmware.Audio;
using NanoFirmware.Control;
using NanoFirmware.Health;
using NanoFirmware.Outputs;
using NanoFirmware.Rendering;
using nanoFramework.Hardware.Esp32;

namespace NanoFirmware.Web;

/// <summary>
/// /api/selftest: each part with a plain verdict; POST also shows a picture on the strips by which a person can judge them.
/// </summary>
internal sealed class SelfTestController : Controller
{
    private const string Good = "ok";
    private const string Look = "look";
    private const string Bad = "bad";

    // Half of what a strip shows in a second, as when the load takes every second frame.
    private const int LeastFps10 = 250;

    private readonly Device _device;
    private readonly Supervisor _supervisor;
    private readonly SnapshotReader _ears;

    /// <param name="device">What is tested.</param>
    /// <param name="supervisor">Knows how the device is.</param>
    /// <param name="ears">The reader of all that ask by the API.</param>
    public SelfTestController(Device device, Supervisor supervisor, SnapshotReader ears)
    {
        _ears = ears;
        _device = device;
        _supervisor = supervisor;
    }

    public override void Handle(Request request, Reply reply)
    {
        if (request.SegmentCount > 2)
        {
            reply.NotFound("unknown path: /api/selftest has no parts");
            return;
        }

        if (!request.IsRead && !request.IsWrite)
        {
            reply.MethodNotAllowed("GET, POST, PUT");
            return;
        }

        if (request.IsWrite)
        {
            long nowUs = (long)HighResTimer.GetCurrent();
            _device.ChannelA.Output.Walk = new StripWalk(nowUs);
            _device.ChannelB.Output.Walk = new StripWalk(nowUs);
        }

        reply.BeginObject();
        reply.Field("walking", _device.ChannelA.Output.Walk != null || _device.ChannelB.Output.Walk != null);
        reply.Name("checks");
        reply.BeginArray();
        WritePins(reply);
        WriteStrip(reply, _device.ChannelA);
        WriteStrip(reply, _device.ChannelB);
        WriteMicrophone(reply);
        WriteHeap(reply);
        WriteRadio(reply);
        reply.EndArray();
        reply.EndObject();
    }

    // A pin is taken when its driver says so; whether a wire is on it, only the other checks can tell.
    private void WritePins(Reply reply)
    {
        string refused = string.Empty;
        refused += IsRefused(_device.ChannelA) ? PinOf(_device.ChannelA) : string.Empty;
        refused += IsRefused(_device.ChannelB) ? PinOf(_device.ChannelB) : string.Empty;
        MicrophoneWiring wiring = _device.Audio.Wiring;
        refused += _device.Audio.Microphone != null || !wiring.IsOn ? string.Empty : " GPIO " + wiring.ClockPin.ToString() + ", "
            + wiring.SelectPin.ToString() + " and " + wiring.DataPin.ToString() + " (microphone)";
        if (refused.Length == 0)
        {
            Write(reply, "pins", Good, "all could be opened");
            return;
        }

        Write(reply, "pins", Bad, "not opened:" + refused + ": is something else soldered to them?");
    }

    private static string PinOf(Channel channel) =>
        " GPIO " + channel.Output.Strip.Pin.ToString() + " (strip " + channel.Name + ")";

    private static bool IsRefused(Channel channel) => channel.Output.Strip.IsWired && !channel.Output.Strip.IsOpen;

    private static void WriteStrip(Reply reply, Channel channel)
    {
        if (!channel.Output.Strip.IsWired)
        {
            return;
        }

        FrameMetrics metrics = channel.Output.Metrics;
        string part = "strip " + channel.Name;
        if (!channel.Output.Strip.IsOpen)
        {
            Write(reply, part, Bad, "its transmitter does not open: " + channel.Output.Strip.LastFault);
        }
        else if (metrics.Fps10 < LeastFps10)
        {
            Write(reply, part, Bad, (metrics.Fps10 / 10).ToString() + " frames a second: see faults in /api/status");
        }
        else
        {
            Write(
                reply, part, Look,
                (metrics.Fps10 / 10).ToString() + " frames a second are sent. Its first LEDs must be red, green, "
                + "blue: else its colours have another order. Then one light must walk to its end: behind where it stops the "
                + "line "
                + "is broken");
        }
    }

    private void WriteMicrophone(Reply reply)
    {
        string state = StatusController.StateOf(_device.Audio);
        if (state == StatusController.Off)
        {
            Write(reply, "microphone", Good, state);
            return;
        }

        if (state != StatusController.Well)
        {
            Write(reply, "microphone", Bad, state);
            return;
        }

        // One reader serves all requests, one at a time.
        lock (_ears)
        {
            AudioSnapshot heard = _ears.Read();
            string level = (heard.LevelDb10 / 10).ToString() + " dB";
            Microphone microphone = _device.Audio.Microphone;
            level += microphone != null && microphone.Slots.Swapped ? " from reversed bytes" : "";
            if (heard.Level == 0)
            {
                Write(reply, "microphone", Look, "silence, " + level + ": clap beside it and test again");
            }
            else
            {
                Write(reply, "microphone", Good, "hears " + level);
            }
        }
    }

    private void WriteHeap(Reply reply)
    {
        HeapWatch heap = _supervisor.Heap;
        if (heap.Collections == 0)
        {
            Write(reply, "memory", Look, "not measured yet: test again in a minute");
            return;
        }

        string free = (heap.FreeBytes >> 10).ToString() + " KB free, " + (heap.LeastBytes >> 10).ToString() + " at least so far";
        Write(reply, "memory", heap.IsLow ? Bad : Good, free);
    }

    private void WriteRadio(Reply reply)
    {
        string state = _device.Hotspot.State;
        switch (state)
        {
            case "failed":
                Write(reply, "radio", Bad, "the hotspot failed: " + _device.Hotspot.LastFault);
                break;
            case "no radio":
            case "off":
            case "starting":
            case "restarting":
                Write(reply, "radio", Look, "the hotspot's state is: " + state);
                break;
            default:
                string phones = ", phones: " + _device.Hotspot.Clients.ToString();
                Write(reply, "radio", Good, _device.Hotspot.Name + " is " + state + phones);
                break;
        }
    }

    private static void Write(Reply reply, string part, string verdict, string sentence)
    {
        reply.BeginObject();
        reply.Field("part", part);
        reply.Field("verdict", verdict);
        reply.Field("says", sentence);
        reply.EndObject();
    }
}
