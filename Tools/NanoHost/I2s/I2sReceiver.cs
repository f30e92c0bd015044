using System.Device.I2s;

namespace NanoHost.I2s;

/// <summary>An open bus.</summary>
internal sealed class I2sReceiver
{
    private readonly I2sPeripheral _peripheral;
    private readonly IBoardClock _clock;
    private readonly int _rate;
    private long _readUs;

    public I2sReceiver(I2sPeripheral peripheral, IBoardClock clock, I2sConnectionSettings settings)
    {
        _peripheral = peripheral;
        _clock = clock;
        _rate = settings.SampleRate;
    }

    public void Read(Span<byte> buffer)
    {
        int frames = buffer.Length / 4;
        _readUs = Math.Max(_readUs, _clock.NowUs) + frames * 1_000_000L / _rate;
        _clock.WaitUntil(_readUs);
        buffer.Clear();
        _peripheral.SamplesRead += frames;
    }

    public void Close() => _readUs = 0;
}
