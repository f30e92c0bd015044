using NanoFirmware.DeviceModel.Scenarios;

namespace NanoFirmware.DeviceModel.Faults;

/// <summary>Something that goes wrong, and what is expected of the device then.</summary>
/// <param name="Name">Its name, a few words.</param>
/// <param name="Expected">What the device does, one sentence.</param>
/// <param name="Safeguard">What in the firmware makes it so, as <see cref="Weaving.Safeguards"/> takes it out or plants a fault
/// in its place.</param>
/// <param name="Seconds">How long each life is watched, virtual seconds.</param>
/// <param name="Inject">Puts the fault in, before the device starts.</param>
/// <param name="Judge">Looks at what happened.</param>
internal sealed record Fault(
    string Name, string Expected, string Safeguard, double Seconds, Action<FaultStage> Inject, Action<Verdict> Judge)
{
    /// <summary>What clients ask besides the bench's own questions, in the first life, the second, …</summary>
    internal Func<int, IEnumerable<WebRequest>> Clients { get; init; } = _ => [];

    /// <summary>Puts files on the drive before a life, or damages them; gets the folder and the life's number.</summary>
    internal Action<string, int> Prepare { get; init; } = (_, _) => { };

    /// <summary>So many lives end by a power cut after <see cref="Seconds"/>, and another begins.</summary>
    internal int PowerCuts { get; init; }

    /// <summary>How often the device restarts itself.</summary>
    internal int Restarts { get; init; }

    /// <summary>What the board's clock shows at the start, seconds.</summary>
    internal double BornS { get; init; }

    /// <summary>The board has a radio: hotspot and home network, which clients come over.</summary>
    internal bool Radio { get; init; }

    /// <summary>Starts that are watched at most.</summary>
    internal int Lives { get; init; } = 5;
}
