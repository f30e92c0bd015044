using nanoFramework.Hardware.Esp32.Rmt;

namespace NanoHost.Rmt;

/// <summary>One transmitter of the RMT.</summary>
internal sealed class RmtTransmitter
{
    private readonly IBoardClock _clock;
    private readonly RmtLine _line;
    private long _endUs;

    public RmtTransmitter(IBoardClock clock, RmtLine line)
    {
        _clock = clock;
        _line = line;
    }

    public void WaitUntilIdle() => _clock.WaitUntil(_endUs);

    public void SendWithEncoders(EncoderData[] data, bool wait)
    {
        Send(data[0].Data.Length, wait);
    }

    public void SendSymbols(byte[] data, bool wait) => Send(data.Length, wait);

    public void Close() => _endUs = 0;

    private void Send(int bytes, bool wait)
    {
        _line.FramesSent++;
        _endUs = _clock.NowUs + bytes * 10 + 280;
        if (wait)
        {
            WaitUntilIdle();
        }
    }
}
