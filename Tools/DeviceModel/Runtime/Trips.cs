namespace NanoFirmware.DeviceModel.Runtime;

/// <summary>
/// Places at which a fault can strike: the entry of some methods of the firmware. They cost nothing on the device.
/// </summary>
public static class Trips
{
    internal const int Audio = 0;
    internal const int Render = 1;
    internal const int Web = 2;
    internal const int Storage = 3;
    internal const int Supervisor = 4;
    internal const int Pattern = 5;
    internal const int Button = 6;
    internal const int Ears = 7;
    internal const int Request = 8;

    /// <summary>The methods by their number, with how many parameters they take.</summary>
    internal static readonly string[] Methods =
    [
        "NanoFirmware.Audio.AudioThread::Step/0",
        "NanoFirmware.Rendering.RenderThread::Step/0",
        "NanoFirmware.Web.WebFront::Step/0",
        "NanoFirmware.Storage.SettingsKeeper::Step/0",
        "NanoFirmware.Health.Supervisor::Look/1",
        "NanoFirmware.Rendering.Patterns.SpectrumPattern::Render/3",
        "NanoFirmware.Storage.ResetButton::Step/0",
        "NanoFirmware.Audio.SpectrumAnalyzer::Analyze/4",
        "NanoFirmware.Web.Dispatcher::Handle/2",
    ];

    /// <summary>Called with the object and the number of the method that begins; may throw, or wait.</summary>
    internal static Action<object, int>? Passed { get; set; }

    /// <summary>A method begins; called by woven code.</summary>
    public static void Pass(object self, int trip) => Passed?.Invoke(self, trip);
}
