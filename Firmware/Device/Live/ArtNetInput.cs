namespace NanoFirmware.Live;

/// <summary>Frames by Art-Net. A controller that says "show now" is waited for, for as long as it says so.</summary>
internal sealed class ArtNetInput : UniverseInput
{
    // Art-Net 4: without ArtSync for 4 s a node shows what comes at once.
    private const int SyncMs = 4000;

    // Sequence numbers run from 1 to 255; so far back a datagram is late, farther back its sender began anew.
    private const int SequenceTurn = 255;
    private const int MostLate = 20;

    private readonly ArtNetPacket _packet = new ArtNetPacket();
    private int _spokenMs;

    public ArtNetInput(LiveControls controls, LiveCanvas canvas)
        : base("artnet", ArtNetPacket.Port, controls, canvas)
    {
    }

    /// <summary>True when somebody asked who is there; whoever answers sets it back.</summary>
    public bool IsAsked;

    /// <inheritdoc/>
    public override void Watch(int nowMs)
    {
        base.Watch(nowMs);
        IsSynchronous = IsSynchronous && nowMs - _spokenMs < SyncMs;
    }

    /// <inheritdoc/>
    protected override bool Read(byte[] packet, int length, int nowMs)
    {
        IsWord = false;
        switch (_packet.Read(packet, length))
        {
            case ArtNetKind.Dmx:
                return ReadDmx();
            case ArtNetKind.Sync:
                _spokenMs = nowMs;
                IsWord = IsAlive;
                IsSynchronous = IsAlive;
                return IsAlive;
            case ArtNetKind.Poll:
                IsAsked = true;
                return false;
            case ArtNetKind.PollReply:
                return false;
            default:
                Refused++;
                return false;
        }
    }

    private bool ReadDmx()
    {
        Index = _packet.PortAddress - Controls.Values[LiveControls.ArtNetUniverseIndex];
        if (Index < 0 || Index >= UniversesNeeded)
        {
            Refused++;
            return false;
        }

        DataAt = _packet.DataAt;
        DataBytes = _packet.DataBytes;
        return IsInOrder();
    }

    // One counter for each universe, for all of them or for a frame: equal numbers are no doubles.
    private bool IsInOrder()
    {
        int sequence = _packet.Sequence;
        int before = Universes.SequenceOf(Index);
        if (sequence > 0 && before > 0)
        {
            int behind = (before - sequence + SequenceTurn) % SequenceTurn;
            if (behind > 0 && behind <= MostLate)
            {
                Late++;
                return false;
            }
        }

        Universes.SetSequence(Index, sequence);
        return true;
    }
}
