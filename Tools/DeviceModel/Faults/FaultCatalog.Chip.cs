using NanoFirmware.DeviceModel.Runtime;

namespace NanoFirmware.DeviceModel.Faults;

internal static partial class FaultCatalog
{
    private static IEnumerable<Fault> Chip() =>
    [
        new("clock set back", "nothing goes by the calendar", 8,
            stage => stage.At(StrikeS, () => Clocks.SetBy = TimeSpan.FromDays(-400)),
            v => v.BothStrips()),
        new("heap nearly full", "collections instead of growth, what can be spared is let go, the status says how little is left", 12,
            stage => stage.At(StrikeS, () => FaultStage.LimitHeap(6 * 1024)),
            v =>
            {
                v.BothStrips(56);
            }),
    ];
}
