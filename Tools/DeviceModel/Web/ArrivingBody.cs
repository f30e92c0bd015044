using NanoFirmware.DeviceModel.Scheduling;

namespace NanoFirmware.DeviceModel.Web;

/// <summary>
/// A body that comes piece by piece, or not to its end: a read waits for the next byte, as long as it is told to.
/// </summary>
internal sealed class ArrivingBody : Stream
{
    private const int TickMs = 10;

    private readonly byte[] _bytes;
    private readonly long _everyUs;
    private readonly int _sent;
    private readonly long _startUs = Scheduler.Current.Clock.NowUs;
    private int _at;

    /// <param name="bytes">All of it.</param>
    /// <param name="everyUs">One byte after the other, this far apart; 0 for all at once.</param>
    /// <param name="sent">So many of them are ever sent; the client stays and waits.</param>
    internal ArrivingBody(byte[] bytes, long everyUs, int sent)
    {
        _bytes = bytes;
        _everyUs = everyUs;
        _sent = Math.Min(sent, bytes.Length);
    }

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override bool CanTimeout => true;

    public override int ReadTimeout { get; set; } = -1;

    public override long Length => _bytes.Length;

    public override long Position
    {
        get => _at;
        set => throw new NotSupportedException();
    }

    private int Here => _everyUs == 0 ? _sent : (int)Math.Min(_sent, (Scheduler.Current.Clock.NowUs - _startUs) / _everyUs);

    public override int Read(byte[] buffer, int offset, int count)
    {
        long fromUs = Scheduler.Current.Clock.NowUs;
        while (Here == _at && _at < _bytes.Length)
        {
            if (ReadTimeout >= 0 && Scheduler.Current.Clock.NowUs - fromUs >= ReadTimeout * 1000L)
            {
                throw new IOException("Nothing came in time.");
            }

            Threading.Thread.Sleep(TickMs);
        }

        int taken = Math.Min(count, Here - _at);
        Array.Copy(_bytes, _at, buffer, offset, taken);
        _at += taken;
        return taken;
    }

    public override void Flush()
    {
    }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
}
