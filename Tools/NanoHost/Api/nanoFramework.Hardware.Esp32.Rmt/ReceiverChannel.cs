namespace nanoFramework.Hardware.Esp32.Rmt;

/// <summary>A receiver. Nothing is wired to one on the simulated board, so opening it is refused.</summary>
public class ReceiverChannel : RmtChannel, IDisposable
{
    private readonly ReceiverChannelSettings _receiverSettings;

    public ReceiverChannel(ReceiverChannelSettings settings)
        : base(settings)
    {
        _receiverSettings = settings;
        throw new NotSupportedException("The simulated board has no RMT receivers.");
    }

    ~ReceiverChannel() => Dispose(false);

    public uint IdleThreshold
    {
        get => _receiverSettings.IdleThreshold;
        set => _receiverSettings.IdleThreshold = value;
    }

    public uint FilterThreshold
    {
        get => _receiverSettings.FilterThreshold;
        set => _receiverSettings.FilterThreshold = value;
    }

    public void Start()
    {
    }

    public void Stop()
    {
    }

    public RmtSymbols? Receive() => null;

    public RmtSymbols? TryGetReceivedSymbols() => null;

    public void Dispose()
    {
        Dispose(true);
        System.GC.SuppressFinalize(this);
    }

    protected virtual void Dispose(bool disposing)
    {
    }
}
