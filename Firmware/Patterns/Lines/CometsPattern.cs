using NanoFirmware.Audio;

namespace NanoFirmware.Rendering.Patterns;

/// <summary>A band that swells sends a comet on its way, in its own colour and at its own speed.</summary>
public sealed class CometsPattern : Pattern
{
    private const int Comets = 10;
    private const int None = -1;
    private const int RestMs = 60;

    private readonly byte[] _before = new byte[AudioSnapshot.BandCount];
    private readonly int[] _places = new int[Comets];
    private readonly int[] _bands = new int[Comets];
    private int _next;
    private int _restMs;
    private int _waiting = None;

    public override string Name => "comets";

    public override string Description => "Each band that swells sends a comet";

    public override bool UsesGlows => true;

    public override string Parameters => "pace 20 255 100, tail 3 16 14, threshold 5 120 36";

    public override void Reset()
    {
        for (int i = 0; i < Comets; i++)
        {
            _places[i] = None;
        }

        _waiting = None;
        _restMs = 0;
    }

    public override void Render(AudioSnapshot audio, int elapsedMs, Canvas canvas)
    {
        Launch(audio.Bands, elapsedMs);
        canvas.Clear();
        int tail = Settings[1];
        int pace = Settings[0] * elapsedMs;
        int end = (canvas.Length + tail) << 8;
        int[] places = _places;
        int[] bands = _bands;
        for (int i = 0; i < Comets; i++)
        {
            int place = places[i];
            if (place != None)
            {
                int band = bands[i];
                canvas.TailBehind(place >> 8, band * 16, tail);
                place += pace * (24 + band) >> 6;
                places[i] = place < end ? place : None;
            }
        }
    }

    // The band that swelled most; not more often than every 60 ms, so that each can be told from the last.
    private void Launch(byte[] bands, int elapsedMs)
    {
        byte[] before = _before;
        _restMs = _restMs > elapsedMs ? _restMs - elapsedMs : 0;
        if (_restMs == 0)
        {
            int best = Settings[2];
            int chosen = _waiting;
            for (int band = 0; band < AudioSnapshot.BandCount; band++)
            {
                int rise = bands[band] - before[band];
                if (rise > best)
                {
                    best = rise;
                    chosen = band;
                }
            }

            Start(chosen);
        }

        System.Array.Copy(bands, 0, before, 0, AudioSnapshot.BandCount);
    }

    // The newest waits while all are on their way.
    private void Start(int band)
    {
        _waiting = band;
        for (int i = 0; i < Comets && _waiting != None; i++)
        {
            _next = _next == Comets - 1 ? 0 : _next + 1;
            if (_places[_next] == None)
            {
                _places[_next] = 0;
                _bands[_next] = band;
                _restMs = RestMs;
                _waiting = None;
            }
        }
    }
}
