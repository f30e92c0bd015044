using NanoHost;

namespace nanoFramework.Runtime.Native;

/// <summary>The image on the board.</summary>
public static class SystemInfo
{
    public enum FloatingPoint
    {
        None = 0,
        SinglePrecisionSoftware = 1,
        SinglePrecisionHardware = 2,
        DoublePrecisionSoftware = 3,
        DoublePrecisionHardware = 4
    }

    public static Version Version { get; } = new(1, 17, 0, 0);

    public static string OEMString => "NanoHost, a simulated board";

    public static byte OEM => 0;

    public static byte Model => 0;

    public static ushort SKU => 0;

    public static string TargetName => SimulatedBoard.Current.TargetName;

    public static string Platform => "ESP32";

    public static FloatingPoint FloatingPointSupport => FloatingPoint.DoublePrecisionSoftware;
}
