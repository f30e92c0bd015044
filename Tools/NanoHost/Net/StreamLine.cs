namespace NanoHost.Net;

/// <summary>The board's end of a TCP connection that somebody made to it.</summary>
internal abstract class StreamLine : IDisposable
{
    /// <summary>True when a read would not wait: there is data, or the other side has left.</summary>
    internal abstract bool IsReadable { get; }

    /// <summary>Bytes that have come.</summary>
    internal abstract int Available { get; }

    /// <summary>At least one byte; 0 when the other side has left.</summary>
    internal abstract int Receive(Span<byte> room);

    /// <summary>Sends what fits; as on the device it waits for the send time-out and throws when nothing does.</summary>
    internal abstract int Send(ReadOnlySpan<byte> bytes, int timeoutMs);

    public abstract void Dispose();
}
