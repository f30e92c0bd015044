namespace NanoHost.Rmt;

/// <summary>Transmitters that start at one edge: each holds its transmission until the last of them has one.</summary>
internal sealed class RmtSyncGroup
{
    private readonly RmtPeripheral _rmt;
    private readonly RmtTransmitter[] _members;
    private readonly HashSet<RmtTransmitter> _waiting = new();
    private bool _closed;

    private RmtSyncGroup(RmtPeripheral rmt, RmtTransmitter[] members)
    {
        _rmt = rmt;
        _members = members;
    }

    /// <summary>True until the round has started; then channels start as they are sent, until <see cref="Reset"/>.</summary>
    public bool Holds { get; private set; } = true;

    public static RmtSyncGroup Create(RmtTransmitter[] members)
    {
        if (members.Length == 0)
        {
            throw new ArgumentException("A sync manager needs at least one channel.");
        }

        RmtPeripheral rmt = SimulatedBoard.Current.Rmt;
        if (rmt.SyncGroup != null)
        {
            throw new InvalidOperationException("There is a sync manager already: dispose it first.");
        }

        RmtSyncGroup group = new(rmt, members);
        Array.ForEach(members, member => member.Join(group));
        rmt.SyncGroup = group;
        return group;
    }

    public void Arrive(RmtTransmitter member)
    {
        lock (_waiting)
        {
            _waiting.Add(member);
            if (_waiting.Count < _members.Length)
            {
                return;
            }

            Holds = false;
            ReleaseAll();
        }
    }

    public void Reset()
    {
        ObjectDisposedException.ThrowIf(_closed, typeof(nanoFramework.Hardware.Esp32.Rmt.TransmitSyncManager));
        lock (_waiting)
        {
            Holds = true;
        }
    }

    /// <summary>Unlinks the channels; what they held goes out now.</summary>
    public void Close()
    {
        lock (_waiting)
        {
            if (_closed)
            {
                return;
            }

            _closed = true;
            Holds = false;
            ReleaseAll();
            Array.ForEach(_members, member => member.Leave());
            _rmt.SyncGroup = null;
        }
    }

    private void ReleaseAll()
    {
        long startUs = _rmt.Clock.NowUs;
        foreach (RmtTransmitter member in _waiting)
        {
            startUs = Math.Max(startUs, member.WireFreeUs);
        }

        foreach (RmtTransmitter member in _waiting)
        {
            member.Release(startUs);
        }

        _waiting.Clear();
    }
}
