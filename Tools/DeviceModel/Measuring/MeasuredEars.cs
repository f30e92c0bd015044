using NanoFirmware.Audio;
using NanoFirmware.DeviceModel.Runtime;
using NanoFirmware.DeviceModel.Scheduling;
using NanoHost;
using NanoHost.Audio;

namespace NanoFirmware.DeviceModel.Measuring;

/// <summary>
/// The firmware's ears on a signal, hop by hop, outside any thread; installs a board whose clock the caller moves.
/// </summary>
internal sealed class MeasuredEars : IDisposable
{
    private readonly IAudioSource _source;
    private readonly SimulatedBoard _board;
    private readonly string _storage = Path.Combine(Path.GetTempPath(), "device-model-" + Path.GetRandomFileName());
    private readonly float[] _mono = new float[Board.HopFrames];
    private readonly byte[] _hop = new byte[Board.HopFrames * SlotFinder.BytesPerFrame];
    private readonly BeatTracker _beats;
    private readonly SpectrumAnalyzer _analyzer = new();
    private readonly AudioSnapshot _snapshot = new();
    private long _frame;

    internal MeasuredEars(string signal)
    {
        MethodMeter.Prepare();
        StaticInitialisers.RunAll();
        _beats = new BeatTracker(_analyzer);
        _board = SimulatedBoard.Install(new SimulatedBoard(Scheduler.Current.Clock, _storage));
        _source = File.Exists(signal) ? SoundFile.Open(signal) : AudioSources.Parse(signal);
    }

    /// <summary>Moves the board's clock on by a frame.</summary>
    internal static void NextFrame() =>
        Scheduler.Current.Clock.AdvanceTo(Scheduler.Current.Clock.NowPs + (1_000_000_000_000 / Board.FrameRateHz));

    /// <summary>The next hop as bytes, then analysed; the snapshot is the same object each time.</summary>
    internal AudioSnapshot Hear()
    {
        Fetch();
        Analyze();
        return _snapshot;
    }

    /// <summary>Hears some hops that nobody looks at.</summary>
    internal void Skip(int hops)
    {
        for (int i = 0; i < hops; i++)
        {
            Hear();
        }
    }

    internal void Fetch()
    {
        _source.Read(_frame, Board.SampleRateHz, _mono);
        _frame += Board.HopFrames;
        for (int i = 0; i < _mono.Length; i++)
        {
            short sample = (short)Math.Clamp(_mono[i] * 32767f, short.MinValue, short.MaxValue);
            _hop[(SlotFinder.BytesPerFrame * i) + 2] = (byte)sample;
            _hop[(SlotFinder.BytesPerFrame * i) + 3] = (byte)(sample >> 8);
        }
    }

    internal void Analyze()
    {
        _analyzer.Analyze(_hop, 0, false, _snapshot);
        _beats.Track(_snapshot);
        _snapshot.Sequence++;

        // As the audio thread counts them: readers tell a new onset by its number.
        _snapshot.Onsets += _snapshot.Onset ? 1 : 0;
        _snapshot.Beats += _snapshot.Beat ? 1 : 0;
    }

    public void Dispose()
    {
        _board.Dispose();
        Directory.Delete(_storage, recursive: true);
    }
}
