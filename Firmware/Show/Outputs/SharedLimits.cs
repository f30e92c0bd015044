using NanoFirmware.Control;

namespace NanoFirmware.Outputs;

/// <summary>What all outputs have in common: the supply, and the eye that sees them together.</summary>
internal sealed class SharedLimits
{
    /// <param name="master">Where the budgets and the guard are set.</param>
    /// <param name="leds">Pixels of each output.</param>
    public SharedLimits(MasterControls master, int[] leds)
    {
        Master = master;
        Power = new PowerBudget(master, leds);
        Guard = new FlashGuard(leds);
    }

    public readonly MasterControls Master;

    public readonly PowerBudget Power;

    public readonly FlashGuard Guard;
}
