using System;
using NanoFirmware.Audio;
using NanoFirmware.Control;
using NanoFirmware.Drive;
using NanoFirmware.Health;
using NanoFirmware.Jam;
using NanoFirmware.Live;
using NanoFirmware.Looks;
using NanoFirmware.Mqtt;
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

    public static void Main()
    {
        var wirings = new WiringStore();
        wirings.Begin();
        Run(wirings);
    }

    /// <summary>The firmware on what is soldered to the board.</summary>
    internal static void Run(WiringStore wirings)
    {
        try
        {
            Wire(wirings);
        }
        catch (Exception fault) when (wirings.IsTrial)
        {
            WiringTrial.StartAgain(wirings, fault.Message);
        }

        Supervisor.Run();
    }

    private static void Wire(WiringStore wirings)
    {
        // First of all: the encoders keep the addresses of these arrays, and whatever dies below them would let the runtime move
        // them.
        Strip[] strips = WiringTrial.MakeStrips(wirings);
        var master = new MasterControls();
        var stage = new Stage(master, strips);
        var channelA = new Channel(0, stage);
        var channelB = new Channel(1, stage);

        var exchange = new SnapshotExchange();
        var frameA = new FrameSignal();
        var frameB = new FrameSignal();
        var renderA = new RenderThread(channelA, frameA, exchange);
        var renderB = new RenderThread(channelB, frameB, exchange);
        var spectrum = new SpectrumAnalyzer();
        var audio = new AudioThread(
            spectrum, new BeatTracker(spectrum), exchange, new[] { frameA, frameB }, wirings.Running.Microphone);

        var radio = new Radio();
        var live = new LiveInputs(audio, stage, radio);
        Device = new Device(master, channelA, channelB, exchange, audio, frameA, frameB, renderA, renderB, radio, live, wirings);
        Supervisor = new Supervisor(Device);
        Web = new WebFront(Device, Supervisor);
        var button = new ResetButton(Device.Reset, Device.Settings, Device.Lock);
        Supervisor.LookAfter(new Loop[] { renderA, renderB, audio, Web, Device.Settings, button, radio });

        Device.Restore();
        LooksSet.Restore(Device);
        JamKeeper.Restore(Device);
        MqttOption.Restore(Device);
        new StripRest(strips[0].Wire, strips[1].Wire).Install();
    }
}
