using NanoFirmware.Audio;

namespace NanoFirmware.Rendering.Patterns;

/// <summary>
/// A woven band: each thread is an octave, bass to treble over and over, and its light is the octave's loudness then.
/// </summary>
public sealed class SpectrogramPattern : ScrollingPattern
{
    private int _thread;

    public override string Name => "spectrogram";

    public override string Description => "The history of eight octaves, woven into one band";

    public override string Parameters => "pace 20 200 90, threads 2 8 8";

    public override void Render(AudioSnapshot audio, int elapsedMs, Canvas canvas)
    {
        int poured = Advance(canvas, Settings[0], elapsedMs);
        byte[] bands = audio.Bands;
        int threads = Settings[1];

        // The oldest of them first: it has come the farthest.
        for (int i = poured - 1; i >= 0; i--)
        {
            _thread = _thread >= threads - 1 ? 0 : _thread + 1;
            int band = _thread * AudioSnapshot.BandCount / threads;
            int level = bands[band] > bands[band + 1] ? bands[band] : bands[band + 1];
            Pour(canvas, i, 1, _thread * 255 / threads, level);
        }
    }
}
