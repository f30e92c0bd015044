using NanoFirmware.Health;

namespace NanoFirmware.Web;

/// <summary>
/// Connections whose request line and headers have not come yet. The library waits for them as long as the client stays, each on
/// a thread and a socket: so they have a deadline, and a shorter one when there are many.
/// </summary>
internal sealed class UnreadConnections
{
    /// <summary>How long a request's headers may take.</summary>
    public const int PatienceMs = 3000;

    /// <summary>
    /// How long they may take while more than <see cref="Few"/> are waited for: a client's arrive in a tenth of it.
    /// </summary>
    public const int CrowdedPatienceMs = 1000;

    /// <summary>Half of the sockets: the rest is for those who ask.</summary>
    public const int Few = 8;

    // The chip has sixteen sockets, and needs some for itself.
    private const int Most = 16;

    private readonly WebConnection[] _waiting = new WebConnection[Most];

    private readonly RequestCounts _counts;
    private int _count;

    public UnreadConnections(RequestCounts counts) => _counts = counts;

    /// <summary>Whether so many are waited for that they may hold all sockets; they are sent away within a second.</summary>
    public bool IsCrowded => _count > Few;

    /// <summary>From now on its headers are waited for. The oldest makes room when there is none.</summary>
    public void Enter(WebConnection newcomer)
    {
        WebConnection oldest = null;
        lock (_waiting)
        {
            int place = Find(null);
            if (place < 0)
            {
                place = Oldest();
                oldest = _waiting[place];
            }

            _count += oldest == null ? 1 : 0;
            _waiting[place] = newcomer;
        }

        TurnAway(oldest);
    }

    /// <summary>Its headers are there, or will not come; false when it was turned away before.</summary>
    public bool Leave(WebConnection connection)
    {
        lock (_waiting)
        {
            int place = Find(connection);
            if (place >= 0)
            {
                _waiting[place] = null;
                _count--;
            }

            return place >= 0;
        }
    }

    /// <summary>Closes those whose time is over.</summary>
    public void TurnAwayLate(long nowMs)
    {
        for (WebConnection late = RemoveLate(nowMs); late != null; late = RemoveLate(nowMs))
        {
            TurnAway(late);
        }
    }

    private void TurnAway(WebConnection connection)
    {
        if (connection != null)
        {
            _counts.TurnedAway++;
            connection.TurnAway();
        }
    }

    private WebConnection RemoveLate(long nowMs)
    {
        lock (_waiting)
        {
            if (_count == 0)
            {
                return null;
            }

            int oldest = Oldest();
            WebConnection late = _waiting[oldest];
            int patienceMs = IsCrowded ? CrowdedPatienceMs : PatienceMs;
            if (nowMs - late.SinceMs < patienceMs)
            {
                return null;
            }

            _waiting[oldest] = null;
            _count--;
            return late;
        }
    }

    private int Find(WebConnection connection)
    {
        for (int i = 0; i < Most; i++)
        {
            if (_waiting[i] == connection)
            {
                return i;
            }
        }

        return -1;
    }

    // Where the oldest is; −1 when there is none.
    private int Oldest()
    {
        int oldest = -1;
        for (int i = 0; i < Most; i++)
        {
            if (_waiting[i] != null && (oldest < 0 || _waiting[i].SinceMs < _waiting[oldest].SinceMs))
            {
                oldest = i;
            }
        }

        return oldest;
    }
}
