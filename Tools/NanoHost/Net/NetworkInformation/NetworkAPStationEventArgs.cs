namespace System.Net.NetworkInformation;

public delegate void NetworkAPStationChangedEventHandler(int networkIndex, NetworkAPStationEventArgs e);

/// <summary>A client of the hotspot came or went.</summary>
public class NetworkAPStationEventArgs : EventArgs
{
    internal NetworkAPStationEventArgs(int stationIndex, bool isConnected)
    {
        StationIndex = stationIndex;
        IsConnected = isConnected;
    }

    public int StationIndex { get; }

    public bool IsConnected { get; }
}
