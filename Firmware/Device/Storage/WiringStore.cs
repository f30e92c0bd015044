using NanoFirmware.Control;
using nanoFramework.Runtime.Native;

namespace NanoFirmware.Storage;

/// <summary>
/// What is soldered where, over restarts. A wiring that is set comes into force at the next start, on trial: until it has been up
/// for ten seconds the last good one is kept beside it, and after two starts that did not get so far that one is taken again.
/// </summary>
internal sealed partial class WiringStore
{
    /// <summary>The module's PSRAM is octal and takes five pins more.</summary>
    public readonly bool HasOctalMemory = SystemInfo.TargetName.IndexOf("OCTAL") >= 0;
    private Wiring _good;
    private int _tries;

    /// <summary>A new device's.</summary>
    public WiringStore()
        : this(new Wiring())
    {
    }

    /// <summary>One that was good before.</summary>
    public WiringStore(Wiring wiring)
    {
        Running = wiring;
        Wanted = wiring;
        _good = wiring;
    }

    /// <summary>In force since the start. None of the three is ever written to: where they are alike they may be one.</summary>
    public Wiring Running;

    /// <summary>For the next start.</summary>
    public Wiring Wanted;

    /// <summary>True until <see cref="Running"/> has been up for long enough to count as good.</summary>
    public bool IsTrial;

    /// <summary>Why another wiring is in force than was wanted; null when that is not so.</summary>
    public string Problem;

    /// <summary>Wirings that could not be read or did not come up, since the start.</summary>
    public int Faults;

    /// <summary>What was wrong with the last of them; null when there was none.</summary>
    public string LastFault;

    /// <summary>Another wiring is wanted than is in force.</summary>
    public bool NeedsRestart => !Wanted.IsSame(Running);
}
