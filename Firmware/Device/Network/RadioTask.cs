namespace NanoFirmware.Network;

/// <summary>What is to be looked at about once a second, after the networks were.</summary>
internal abstract class RadioTask
{
    /// <summary>Looks once.</summary>
    /// <param name="nowMs">Time since start.</param>
    public abstract void Look(long nowMs);
}
