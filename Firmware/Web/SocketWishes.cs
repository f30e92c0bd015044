using NanoFirmware.Control;
using NanoFirmware.Sensors;

namespace NanoFirmware.Web;

/// <summary>What a client of the socket wants to be sent.</summary>
internal sealed class SocketWishes : ControlSet
{
    public const int PreviewIndex = 0;
    public const int EventsIndex = 1;
    public const int SensorIndex = 2;

    private readonly SensorSet _sensors;

    /// <param name="sensors">How many may listen to them.</param>
    public SocketWishes(SensorSet sensors)
        : base(new[]
        {
            ControlSpec.Number("preview", 0, 20, 0),
            ControlSpec.Number("events", 0, 60, 0),
            ControlSpec.Choice("sensor", Sensors(), 0),
        })
    {
        _sensors = sensors;
    }

    /// <summary>The sensors that it listens to, a bit for each.</summary>
    public int SensorBits => Values[SensorIndex];

    /// <inheritdoc/>
    public override string Conflict(int[] values)
    {
        bool isNew = values[SensorIndex] != 0 && Values[SensorIndex] == 0;
        return isNew && _sensors.Listeners >= _sensors.Hub.Clients
            ? "as many clients listen to sensors as hub.clients allows, " + _sensors.Hub.Clients.ToString()
                + ": listen to the group, or ask /api/sensor now and then"
            : null;
    }

    private static string[] Sensors() => new[] { "off", "mic", "serial", "both" };

    /// <summary>Pictures of each strip in a second, at most.</summary>
    public int PreviewHz => Values[PreviewIndex];

    /// <summary>Events in a second, at most.</summary>
    public int EventsHz => Values[EventsIndex];
}
