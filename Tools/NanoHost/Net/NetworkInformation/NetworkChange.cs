using System.Net.NetworkInformation;

namespace NanoHost.Net.NetworkInformation;

public delegate void NetworkAddressChangedEventHandler(object sender, EventArgs e);

public delegate void NetworkAvailabilityChangedEventHandler(object sender, NetworkAvailabilityEventArgs e);

/// <summary>The network came or went.</summary>
public class NetworkAvailabilityEventArgs : EventArgs
{
    internal NetworkAvailabilityEventArgs(bool isAvailable) => IsAvailable = isAvailable;

    public bool IsAvailable { get; }
}

/// <summary>Changes of the board's network.</summary>
public static class NetworkChange
{
    private static NetworkPeripheral? _watched;

    private static NetworkAddressChangedEventHandler? _addressChanged;
    private static NetworkAvailabilityChangedEventHandler? _availabilityChanged;
    private static NetworkAPStationChangedEventHandler? _stationChanged;

    public static event NetworkAddressChangedEventHandler? NetworkAddressChanged
    {
        add
        {
            Watch();
            _addressChanged += value;
        }

        remove => _addressChanged -= value;
    }

    public static event NetworkAvailabilityChangedEventHandler? NetworkAvailabilityChanged
    {
        add
        {
            Watch();
            _availabilityChanged += value;
        }

        remove => _availabilityChanged -= value;
    }

    public static event NetworkAPStationChangedEventHandler? NetworkAPStationChanged
    {
        add
        {
            Watch();
            _stationChanged += value;
        }

        remove => _stationChanged -= value;
    }

    /// <summary>Follows the board that is installed now; handlers of one before it are forgotten, as by a restart.</summary>
    private static void Watch()
    {
        NetworkPeripheral radio = SimulatedBoard.Current.Network;
        if (_watched != radio)
        {
            _watched = radio;
            _addressChanged = null;
            _availabilityChanged = null;
            _stationChanged = null;
            radio.AddressChanged += OnAddressChanged;
            radio.StationChanged += OnStationChanged;
        }
    }

    private static void OnAddressChanged()
    {
        _addressChanged?.Invoke(typeof(NetworkChange), EventArgs.Empty);
        _availabilityChanged?.Invoke(
            typeof(NetworkChange), new NetworkAvailabilityEventArgs(NetworkInterface.GetIsNetworkAvailable()));
    }

    private static void OnStationChanged(int index, bool isConnected) =>
        _stationChanged?.Invoke(1, new NetworkAPStationEventArgs(index, isConnected));
}
