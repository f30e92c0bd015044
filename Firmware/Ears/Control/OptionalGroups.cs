namespace NanoFirmware.Control;

/// <summary>Groups of controls that take no room before somebody wants one of them.</summary>
internal abstract class OptionalGroups
{
    /// <summary>Whether they are there.</summary>
    public abstract bool IsMade { get; }

    /// <summary>Their names in a document.</summary>
    public abstract string[] Names { get; }

    /// <summary>The groups by the same index, made now if they are not there.</summary>
    public abstract ControlSet[] Groups { get; }
}
