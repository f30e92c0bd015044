namespace NanoFirmware.Live;

/// <summary>
/// Frames by E1.31. The sender with the highest priority is heard, among equals the one that began last. A synchronization
/// universe holds its frames only once it has spoken, for some senders name one and its word never reaches us.
/// </summary>
internal sealed class E131Input : UniverseInput
{
    // ANSI E1.31, 6.7.1: a source is lost after 2.5 s, and so is its synchronization.
    private const int LossMs = 2500;

    // 6.7.2: a datagram is out of order when it is at most so many numbers back.
    private const int MostLate = 20;

    // LedFx and its library synchronize by this universe.
    private const int UsualSyncUniverse = 63999;

    private readonly E131Packet _packet = new E131Packet();
    private readonly SenderTable _senders = new SenderTable();
    private int _syncUniverse;
    private int _spokenUniverse;
    private int _spokenMs;

    public E131Input(LiveControls controls, LiveCanvas canvas)
        : base("e131", E131Packet.Port, controls, canvas)
    {
    }

    /// <inheritdoc/>
    public override int Priority => _senders.Priority;

    /// <inheritdoc/>
    public override byte[] GroupAt(int index)
    {
        if (index > UniversesNeeded)
        {
            return null;
        }

        int universe = index < UniversesNeeded ? Controls.Values[LiveControls.UniverseIndex] + index : UsualSyncUniverse;
        return new byte[] { 239, 255, (byte)(universe >> 8), (byte)universe };
    }

    /// <inheritdoc/>
    public override void Watch(int nowMs)
    {
        base.Watch(nowMs);
        if (IsAlive)
        {
            int hold = HoldMs;
            _senders.Watch(nowMs, hold < LossMs ? hold : LossMs);
            IsSynchronous = IsSynchronous && nowMs - _spokenMs < LossMs;
        }
    }

    /// <inheritdoc/>
    public override void End()
    {
        base.End();
        _senders.Clear();
        _syncUniverse = 0;
    }

    /// <inheritdoc/>
    protected override bool Read(byte[] packet, int length, int nowMs)
    {
        IsWord = false;
        switch (_packet.Read(packet, length))
        {
            case E131Kind.Data:
                return ReadData(packet, nowMs);
            case E131Kind.Sync:
                return ReadSync(nowMs);
            case E131Kind.Discovery:
                return false;
            default:
                Refused++;
                return false;
        }
    }

    private bool ReadSync(int nowMs)
    {
        _spokenUniverse = _packet.SyncUniverse;
        _spokenMs = nowMs;
        IsWord = IsAlive && _spokenUniverse == _syncUniverse;
        IsSynchronous = IsWord;
        return IsWord;
    }

    private bool ReadData(byte[] packet, int nowMs)
    {
        Index = _packet.Universe - Controls.Values[LiveControls.UniverseIndex];
        bool isOurs = Index >= 0 && Index < UniversesNeeded;
        if (!isOurs || _packet.StartCode != 0 || _packet.IsPreview)
        {
            Refused++;
            return false;
        }

        if (_packet.IsTerminated)
        {
            Leave(packet);
            return false;
        }

        if (!_senders.Take(packet, E131Packet.CidAt, _packet.Priority, nowMs))
        {
            Outranked++;
            return false;
        }

        if (_senders.HasChanged)
        {
            Universes.Forget();
            IsSynchronous = false;
        }

        return IsInOrder() && Follow(nowMs);
    }

    private bool Follow(int nowMs)
    {
        _syncUniverse = _packet.SyncUniverse;
        IsSynchronous = _syncUniverse != 0 && _spokenUniverse == _syncUniverse && nowMs - _spokenMs < LossMs;
        DataAt = _packet.DataAt;
        DataBytes = _packet.DataBytes;
        return true;
    }

    private void Leave(byte[] packet)
    {
        _senders.Remove(packet, E131Packet.CidAt);
        if (_senders.Count == 0)
        {
            End();
        }
        else if (_senders.HasChanged)
        {
            Universes.Forget();
        }
    }

    private bool IsInOrder()
    {
        int before = Universes.SequenceOf(Index);
        int step = (sbyte)(_packet.Sequence - before);
        if (before >= 0 && step <= 0 && step > -MostLate)
        {
            Late++;
            return false;
        }

        IsAfterLoss = before >= 0 && step > 1;
        Lost += IsAfterLoss ? step - 1 : 0;
        Universes.SetSequence(Index, _packet.Sequence);
        return true;
    }
}
