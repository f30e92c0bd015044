using System;
using NanoFirmware.Rendering;

namespace NanoFirmware.Looks;

/// <summary>
/// What time it is. In a network the image asks a time server by itself, once an hour; on the hotspot alone a phone that opens
/// the page says it, with the zone.
/// </summary>
internal class WallClock
{
    // The runtime's clock begins in 1970 and is right once it says more than this.
    private const int FirstYear = 2024;
    private const int Day = 86400;

    private readonly Notices _notices;
    private PosixZone _zone;

    public WallClock(Notices notices) => _notices = notices;

    /// <summary>The zone as it was given; null for UTC.</summary>
    public string ZoneName;

    /// <summary>Seconds since 1970; 0 while nobody knows.</summary>
    public long UtcS
    {
        get
        {
            long served = ServedS;
            return served > 0 ? served : _notices.UtcS;
        }
    }

    /// <summary>What a time server said; 0 while none did.</summary>
    protected virtual long ServedS
    {
        get
        {
            DateTime now = DateTime.UtcNow;
            return now.Year < FirstYear ? 0 : (now.Ticks - DateTime.UnixEpoch.Ticks) / TimeSpan.TicksPerSecond;
        }
    }

    /// <summary>Takes over the zone that a phone said; true when it is another one.</summary>
    public bool FollowZone()
    {
        string told = _notices.ZoneName;
        return told != null && told != ZoneName && SetZone(told);
    }

    /// <summary>Takes over a zone; false when it is none.</summary>
    public bool SetZone(string name)
    {
        PosixZone zone = PosixZone.Read(name);
        if (zone != null)
        {
            _zone = zone;
            ZoneName = name;
        }

        return zone != null;
    }

    /// <summary>Seconds that clocks are ahead of UTC at a time.</summary>
    public int OffsetAt(long utcS) => _zone == null ? 0 : _zone.OffsetAt(utcS);

    /// <summary>
    /// When clocks show a time. What they show twice is the first of both; what they skip is as long after the leap as it would
    /// have been after it began.
    /// </summary>
    public long UtcOf(long localS)
    {
        long first = localS - OffsetAt(localS - Day);
        long second = localS - OffsetAt(localS + Day);
        return first + OffsetAt(first) == localS || second + OffsetAt(second) != localS ? first : second;
    }
}
