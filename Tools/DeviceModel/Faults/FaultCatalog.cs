namespace NanoFirmware.DeviceModel.Faults;

/// <summary>Every fault of the bench, by area.</summary>
internal static partial class FaultCatalog
{
    internal static readonly Fault[] All =
        [.. Microphone(), .. Light(), .. Loops(), .. Storage(), .. Drive(), .. Web(), .. Clients(), .. Radio(), .. Chip()];

    internal static Fault Find(string name) =>
        Array.Find(All, f => f.Name == name) ?? throw new ArgumentException($"There is no fault {name}.");
}
