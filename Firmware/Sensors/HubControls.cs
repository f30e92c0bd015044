using NanoFirmware.Control;

namespace NanoFirmware.Sensors;

/// <summary>How sensors are told to others.</summary>
internal sealed class HubControls : ControlSet
{
    public const int RateIndex = 0;
    public const int ClientsIndex = 1;

    /// <summary>As many as the WebSocket has.</summary>
    public const int MostClients = 3;

    /// <summary>The slowest, which is in force while time is saved.</summary>
    public const int LeastHz = 5;

    public HubControls()
        : base(new[]
        {
            ControlSpec.Choice("eventsHz", Rates(), 2),
            ControlSpec.Number("clients", 0, MostClients, MostClients),
        })
    {
    }

    // Not a static table, which would take its room on every device.
    private static string[] Rates() => new[] { "5", "10", "20" };

    /// <summary>Messages of each sensor in a second: 5, 10 or 20.</summary>
    public int EventsHz => LeastHz << Values[RateIndex];

    /// <summary>So many clients of the WebSocket may listen at a time.</summary>
    public int Clients => Values[ClientsIndex];
}
