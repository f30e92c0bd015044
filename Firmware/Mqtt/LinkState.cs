namespace NanoFirmware.Mqtt;

/// <summary>How things stand with the broker.</summary>
internal enum LinkState
{
    Off,
    Connecting,
    Connected,

    /// <summary>Connected, but without user and password: only rooms are carried.</summary>
    RoomsOnly,

    /// <summary>It is tried again after a while.</summary>
    Waiting,
}
