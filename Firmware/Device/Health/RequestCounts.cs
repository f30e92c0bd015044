namespace NanoFirmware.Health;

/// <summary>What the web counts, for those who look after it.</summary>
internal sealed class RequestCounts
{
    /// <summary>Requests that reached the firmware.</summary>
    public int Arrived;

    /// <summary>Connections that are being read or served.</summary>
    public int Open;

    /// <summary>Requests that were answered 503 at the door.</summary>
    public int Refused;

    /// <summary>Times that the server was started again because it did not answer.</summary>
    public int ServerRestarts;

    /// <summary>Times that nobody was answered any more, however often the server was replaced before somebody was.</summary>
    public int Outages;

    /// <summary>Connections that were closed because their headers took too long.</summary>
    public int TurnedAway;

    /// <summary>Clients of the WebSocket.</summary>
    public int SocketClients;

    /// <summary>How often its port could not be had or failed.</summary>
    public int SocketFaults;
}
