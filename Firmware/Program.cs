using NanoFirmware.Audio;
using NanoFirmware.Control;
using NanoFirmware.Drive;
using NanoFirmware.Health;
using NanoFirmware.Live;
using NanoFirmware.Network;
using NanoFirmware.Outputs;
using NanoFirmware.Rendering;
using NanoFirmware.Storage;
using NanoFirmware.Web;

namespace NanoFirmware;

/// <summary>Wires the data path: one microphone, one analysis, two strips on one stage, one web front.</summary>
internal static class Program
{
    /// <summary>The running device; null before <see cref="Main"/> wired it.</summary>
    internal static Device Device;

    /// <summary>Looks after it.</summary>
    internal static Supervisor Supervisor;

    /// <summary>Lets others ask it.</summary>
    internal static WebFront Web;

    public static void Main() => Run(new Wiring());

    /// <summary>The firmware on what is soldered to the board.</summary>
    internal static void Run(Wiring wiring)
    {
        // First of all: the encoders keep the addresses of these arrays, and whatever dies below them would let the runtime move
        // them.
        var stripA = new Strip(wiring.A, wiring.MemoryBlocksOf(wiring.A));
        var stripB = new Strip(wiring.B, wiring.MemoryBlocksOf(wiring.B));
        var master = new MasterControls();
        var stage = new Stage(master, new[] { stripA, stripB });
        var channelA = new Channel(0, stage);
        var channelB = new Channel(1, stage);

        var exchange = new SnapshotExchange();
        var frameA = new FrameSignal();
        var frameB = new FrameSignal();
        var renderA = new RenderThread(channelA, frameA, exchange);
        var renderB = new RenderThread(channelB, frameB, exchange);
        var spectrum = new SpectrumAnalyzer();
        var audio = new AudioThread(spectrum, new BeatTracker(spectrum), exchange, new[] { frameA, frameB }, wiring.Microphone);

        var radio = new Radio();
        var live = new LiveInputs(audio, stage, radio);
        Device = new Device(master, channelA, channelB, exchange, audio, frameA, frameB, renderA, renderB, radio, live);
        Supervisor = new Supervisor(Device);
        Web = new WebFront(Device, Supervisor);
        var button = new ResetButton(Device.Reset, Device.Settings, Device.Lock);
        Supervisor.LookAfter(new Loop[] { renderA, renderB, audio, Web, Device.Settings, button, radio });

        Device.Restore();
        new StripRest(stripA, stripB).Install();
        Supervisor.Run();
    }
}
