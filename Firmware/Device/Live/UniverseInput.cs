namespace NanoFirmware.Live;

/// <summary>Frames that come in universes of 510 or 512 channels; the first pixel is a channel of the first universe.</summary>
internal abstract class UniverseInput : LiveInput
{
    protected readonly UniverseSet Universes = new UniverseSet();

    private bool _hasCome;

    protected UniverseInput(string name, int port, LiveControls controls, LiveCanvas canvas)
        : base(name, port, controls, canvas)
    {
    }

    /// <summary>Universes that our pixels lie in.</summary>
    public int UniversesNeeded
    {
        get
        {
            int size = Controls.UniverseBytes;
            return (Controls.Values[LiveControls.ChannelIndex] - 1 + Canvas.Bytes + size - 1) / size;
        }
    }

    /// <summary>Number of the universe that was read last, from 0 for our first.</summary>
    protected int Index;

    /// <summary>True while what comes is shown by the sender's word alone.</summary>
    protected bool IsSynchronous;

    /// <summary>True when the datagram that was read last is that word.</summary>
    protected bool IsWord;

    /// <summary>True when of its universe the one before the datagram that was read last did not come.</summary>
    protected bool IsAfterLoss;

    /// <summary>Where its channels begin in the datagram.</summary>
    protected int DataAt;

    /// <summary>How many there are.</summary>
    protected int DataBytes;

    /// <inheritdoc/>
    public override void Draw(byte[] packet)
    {
        if (IsWord)
        {
            ShowAll();
            return;
        }

        if (Universes.Has(Index) && !IsSynchronous)
        {
            Universes.Settle();
            ShowAll();
        }
        else if (IsAfterLoss && !IsSynchronous && Universes.AreBehind(Index))
        {
            // What waits lacks the lost one. With this one it would be put together of two frames, and so would all later ones.
            ShowAll();
        }

        int size = Controls.UniverseBytes;
        int count = DataBytes < size ? DataBytes : size;
        Canvas.Put(packet, DataAt, count, (Index * size) - Controls.Values[LiveControls.ChannelIndex] + 1);
        _hasCome = true;
        if (Universes.Add(Index) && !IsSynchronous)
        {
            ShowAll();
        }
    }

    /// <inheritdoc/>
    public override void EndFrame()
    {
        // What is incomplete waits for one frame: the rest is lost, or was never sent.
        if (Universes.IsWaiting && !_hasCome && !IsSynchronous)
        {
            Universes.Pause();
            ShowAll();
        }

        _hasCome = false;
    }

    /// <inheritdoc/>
    public override void End()
    {
        base.End();
        Universes.Forget();
        IsSynchronous = false;
    }

    /// <inheritdoc/>
    public override void Drop() => Universes.Clear();

    private void ShowAll()
    {
        Universes.Clear();
        Show();
    }
}
