using NanoFirmware.Audio;
using NanoFirmware.Health;
using NanoFirmware.Live;
using NanoFirmware.Network;
using NanoFirmware.Outputs;
using NanoFirmware.Rendering;
using NanoFirmware.Storage;

namespace NanoFirmware.DeviceModel.Measuring;

/// <summary>
/// All parts of the firmware, wired as Program wires them, and nothing begun: no thread, no port, nothing restored. Tools and
/// tests that want a device without its threads stand on this one copy.
/// </summary>
internal sealed class WiredParts
{
    /// <param name="wirings">What is soldered to it; a new device's by default.</param>
    /// <param name="strips">Its strips, opened; both of a new device by default.</param>
    internal WiredParts(WiringStore? wirings = null, Strip[]? strips = null)
    {
        WiringStore store = wirings ?? new WiringStore();
        Show = new WiredShow(strips);
        var exchange = new SnapshotExchange();
        var frameA = new FrameSignal();
        var frameB = new FrameSignal();
        Spectrum = new SpectrumAnalyzer();
        Beats = new BeatTracker(Spectrum);
        var audio = new AudioThread(Spectrum, Beats, exchange, [frameA, frameB], store.Running.Microphone);
        var radio = new Radio();
        Device = new Device(
            Show.Master, Show.A, Show.B, exchange, audio,
            frameA, frameB, new RenderThread(Show.A, frameA, exchange), new RenderThread(Show.B, frameB, exchange),
            radio, new LiveInputs(audio, Show.Stage, radio), store);
        Supervisor = new Supervisor(Device);
    }

    internal WiredShow Show { get; }

    internal SpectrumAnalyzer Spectrum { get; }

    internal BeatTracker Beats { get; }

    internal Device Device { get; }

    internal Supervisor Supervisor { get; }
}
