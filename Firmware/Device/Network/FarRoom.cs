namespace NanoFirmware.Network;

/// <summary>
/// A place that is shared with others beyond this network. Whoever has one puts it where the device keeps it
/// (<see cref="Device.FarRoom"/>), and whatever connects the device with them carries it: what is said here goes there, and
/// what is said there is heard here, one's own words among it. All of it on the carrier's thread, which waits for it.
/// </summary>
internal abstract class FarRoom
{
    /// <summary>Whether anybody carries it now; what is said else waits, and how much of it is the room's to limit.</summary>
    public bool IsCarried;

    /// <summary>What it is called there, behind what all devices share: "jam/K7Q2ZD". It stays the same.</summary>
    public abstract string Topic { get; }

    /// <summary>Somebody carries it from now on, or again after a time in which nobody did.</summary>
    public abstract void Joined();

    /// <summary>The oldest message that waits; null when none does. It waits until it is <see cref="Carried"/>.</summary>
    public abstract byte[] Next();

    /// <summary>The message that was <see cref="Next"/> is on its way.</summary>
    public abstract void Carried();

    /// <summary>Somebody said something.</summary>
    public abstract void Hear(byte[] message);
}
