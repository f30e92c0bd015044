using System.Reflection;
using NanoFirmware.Audio;
using NanoFirmware.Control;
using NanoFirmware.DeviceModel.Measuring;
using NanoFirmware.HostTests.Firmware;
using NanoFirmware.Sensors;
using NanoHost;
using NanoHost.Serial;

namespace NanoFirmware.HostTests.Sensors;

/// <summary>A device with a serial sensor and a pulse pin, hop by hop, and all pulses that were on the pin.</summary>
internal sealed class SensorBench : IDisposable
{
    internal const int PulsePin = 6;
    internal const int RxPin = 18;
    internal const int TxPin = 21;

    private const int HopUs = 16_667;

    private readonly List<(long StartNs, long WidthNs)> _pulses = new();
    private SimulatedBoard? _board;

    internal SensorBench(int pulsePin = PulsePin, string? storage = null)
    {
        Wiring wiring = Strips.Wiring(Board.StripLeds, Board.StripLeds);
        wiring.Pulse.Set(PulseWiring.PinIndex, pulsePin);
        Web = new WiredDevice(() => Strips.Store(wiring), storage, board => _board = board);
        if (pulsePin >= 0)
        {
            Device.Rmt[pulsePin].PulseEnded += (startNs, widthNs) => _pulses.Add((startNs, widthNs));
        }
    }

    internal WiredDevice Web { get; }

    internal SimulatedBoard Device => _board!;

    internal ManualClock Clock => Web.Clock;

    internal SensorSet Sensors => Web.Device.Sensors;

    internal SerialSensor Serial => (SerialSensor)Sensors.All[1];

    internal IReadOnlyList<(long StartNs, long WidthNs)> Pulses => _pulses;

    /// <summary>Switches the serial sensor on, with further settings as JSON; it begins to speak when somebody listens.</summary>
    internal void Listen(SerialFeed sensor, string further = "")
    {
        WiredDevice.Answer answer = Web.Post("/api/sensor/serial", $"{{\"on\":true,\"rx\":{RxPin},\"tx\":{TxPin}{further}}}");
        if (answer.Status != 200)
        {
            throw new InvalidOperationException(answer.Text);
        }

        Hops(1);
        Device.Serial.Wire(RxPin, sensor);
    }

    /// <summary>Lets time pass hop by hop, as the audio thread would have the sensor run.</summary>
    internal void Hops(int count, int laterUs = 0)
    {
        for (int i = 0; i < count; i++)
        {
            Clock.Advance(HopUs + laterUs);
            Web.Device.Audio.Afterwards?.Run();
        }
    }

    /// <summary>Lets the ears hear hop by hop, the audio thread's own steps; nobody renders.</summary>
    internal void Hear(int hops)
    {
        for (int i = 0; i < hops; i++)
        {
            Clock.Advance(HopUs);
            typeof(AudioThread).GetMethod("Step", BindingFlags.Instance | BindingFlags.NonPublic)!.Invoke(Web.Device.Audio, null);
        }
    }

    public void Dispose() => Web.Dispose();
}
