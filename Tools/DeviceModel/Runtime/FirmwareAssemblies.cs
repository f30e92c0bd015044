using System.Reflection;

namespace NanoFirmware.DeviceModel.Runtime;

/// <summary>The assemblies that the device's interpreter runs as the firmware, each after those that it leans on.</summary>
internal static class FirmwareAssemblies
{
    /// <summary>Their simple names.</summary>
    internal static readonly string[] Names =
        ["Ears", "Patterns", "Show", "Sensors", "Device", "Jam", "Looks", "Mqtt", "Site", "Web", "Firmware"];

    /// <summary>
    /// The assembly that holds a type, by its full name; the entry's when none does, which then says that it lacks it.
    /// </summary>
    internal static string Of(string type) =>
        Names.FirstOrDefault(name => Assembly.Load(name).GetType(type) != null) ?? Names[^1];
}
