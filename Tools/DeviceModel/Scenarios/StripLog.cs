using NanoHost.Rmt;

namespace NanoFirmware.DeviceModel.Scenarios;

/// <summary>Every frame that one strip took over.</summary>
internal sealed class StripLog
{
    internal List<long> StartUs { get; } = [];

    internal List<long> LatchedUs { get; } = [];

    internal int Torn { get; private set; }

    internal int TimingViolations { get; private set; }

    internal void Add(WireFrame frame)
    {
        StartUs.Add(frame.StartUs);
        LatchedUs.Add(frame.LatchedUs);
        Torn += frame.Torn ? 1 : 0;
        TimingViolations += frame.TimingViolations;
    }
}
