using NanoFirmware.DeviceModel.Scenarios;

namespace NanoFirmware.DeviceModel.Faults;

/// <summary>Something that goes wrong, and what is expected of the device then.</summary>
/// <param name="Name">Its name, a few words.</param>
/// <param name="Expected">What the device does, one sentence.</param>
/// <param name="Seconds">How long each life is watched, virtual seconds.</param>
/// <param name="Inject">Puts the fault in, before the device starts.</param>
/// <param name="Judge">Looks at what happened.</param>
internal sealed record Fault(string Name, string Expected, double Seconds, Action<FaultStage> Inject, Action<Verdict> Judge)
{
    /// <summary>What clients ask besides the bench's own questions.</summary>
    internal Func<IEnumerable<WebRequest>> Clients { get; init; } = () => [];

    /// <summary>The clients are gone after a restart of the device.</summary>
    internal bool FirstLifeClients { get; init; }

    /// <summary>Puts files on the drive before the first start; gets the folder.</summary>
    internal Action<string> Prepare { get; init; } = _ => { };

    /// <summary>Life ends by a power cut after <see cref="Seconds"/>, and another begins.</summary>
    internal bool PowerCycle { get; init; }

    /// <summary>What the board's clock shows at the start, seconds.</summary>
    internal double BornS { get; init; }

    /// <summary>The board has a radio: hotspot and home network, which clients come over.</summary>
    internal bool Radio { get; init; }

    /// <summary>Starts that are watched at most.</summary>
    internal int Lives { get; init; } = 5;
}
