using NanoFirmware.Control;

namespace NanoFirmware.Web;

/// <summary>What a client of the socket wants to be sent.</summary>
internal sealed class SocketWishes : ControlSet
{
    public const int PreviewIndex = 0;
    public const int EventsIndex = 1;

    public SocketWishes()
        : base(new[]
        {
            ControlSpec.Number("preview", 0, 20, 0),
            ControlSpec.Number("events", 0, 60, 0),
        })
    {
    }

    /// <summary>Pictures of each strip in a second, at most.</summary>
    public int PreviewHz => Values[PreviewIndex];

    /// <summary>Events in a second, at most.</summary>
    public int EventsHz => Values[EventsIndex];
}
