namespace NanoFirmware.Storage;

/// <summary>What goes on by itself once somebody wanted it, looked at twice a second by whoever keeps the settings.</summary>
internal abstract class Routine : KeptOption
{
    /// <summary>Looks once.</summary>
    /// <param name="nowMs">Time since start.</param>
    public abstract void Step(long nowMs);

    /// <summary>Keeps what is not kept yet, before a restart.</summary>
    public abstract void Flush();
}
