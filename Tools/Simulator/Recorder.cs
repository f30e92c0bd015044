using System.Threading.Channels;
using NanoFirmware.Layout;

namespace NanoFirmware.Simulator;

/// <summary>
/// Records both strips into a folder: frames-a.rgb and frames-b.rgb (3 bytes an LED, red first, as decoded from the
/// wire), and when it is closed the pictures strip-a.png, strip-b.png and strips.png (<see cref="StripChart"/>); of a grid
/// grid.png too, and strips.gif and grid.gif where ffmpeg is installed.
/// </summary>
public sealed class Recorder : IDisposable
{
    private readonly string _folder;
    private readonly FileStream[] _files;
    private readonly List<long>[] _latchedUs = [[], []];
    private readonly IReadOnlyList<int> _leds;
    private readonly Channel<StripFrame> _frames = Channel.CreateUnbounded<StripFrame>();
    private readonly Task _writer;
    private GridPlan? _grid;

    /// <summary>Creates the folder and both frame files, in place of older ones.</summary>
    /// <param name="folder">Where.</param>
    /// <param name="leds">LEDs of strip A and B.</param>
    /// <exception cref="UsageException">The folder cannot be written to.</exception>
    public Recorder(string folder, IReadOnlyList<int> leds)
    {
        _folder = folder;
        _leds = leds;
        _files = [Create("a"), Create("b")];
        _writer = Task.Run(WriteFramesAsync);
    }

    /// <summary>Why the recording is not complete, in a sentence; null as long as it is.</summary>
    public string? Fault { get; private set; }

    /// <summary>Adds a frame; it is written elsewhere, so that no frame waits for the disk.</summary>
    public void Add(StripFrame frame)
    {
        _grid = FirmwareProbe.Grid ?? _grid;
        _frames.Writer.TryWrite(frame);
    }

    /// <summary>Writes what is still waiting, and draws the pictures; what comes later is not recorded.</summary>
    public void Dispose()
    {
        if (!_frames.Writer.TryComplete())
        {
            return;
        }

        _writer.Wait();
        GuardDisk(DrawPictures);
        foreach (FileStream file in _files)
        {
            GuardDisk(file.Dispose);
        }
    }

    private FileStream Create(string channel)
    {
        try
        {
            Directory.CreateDirectory(_folder);
            return new FileStream(
                Path.Combine(_folder, $"frames-{channel}.rgb"), FileMode.Create, FileAccess.ReadWrite, FileShare.Read);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new UsageException($"--record cannot write to the folder '{_folder}': {e.Message}", e);
        }
    }

    private async Task WriteFramesAsync()
    {
        await foreach (StripFrame frame in _frames.Reader.ReadAllAsync())
        {
            _latchedUs[frame.Channel].Add(frame.LatchedUs);
            GuardDisk(() => _files[frame.Channel].Write(Fitted(frame)));
        }
    }

    // A restart may have brought a strip of another length: the recording keeps the first one's.
    private byte[] Fitted(StripFrame frame)
    {
        byte[] rgb = frame.Rgb;
        Array.Resize(ref rgb, _leds[frame.Channel] * 3);
        return rgb;
    }

    private void DrawPictures()
    {
        for (int channel = 0; channel < _files.Length; channel++)
        {
            if (_leds[channel] > 0)
            {
                StripChart.Draw(_files[channel], _leds[channel]).WritePng(Path.Combine(_folder, $"strip-{"ab"[channel]}.png"));
            }
        }

        if (_grid != null)
        {
            GridPicture.Draw(_grid, Recorded(0), Recorded(1)).WritePng(Path.Combine(_folder, "grid.png"));
            StripMovie.WriteGrid(Path.Combine(_folder, "grid.gif"), _grid, Recorded(0), Recorded(1));
        }

        StripPicture.Draw(Recorded(0), Recorded(1)).WritePng(Path.Combine(_folder, "strips.png"));
        StripMovie.Write(Path.Combine(_folder, "strips.gif"), Recorded(0), Recorded(1));
    }

    private RecordedFrames Recorded(int channel) => new(_files[channel], _leds[channel], _latchedUs[channel]);

    // A full disk must not end the show.
    private void GuardDisk(Action write)
    {
        try
        {
            write();
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            Fault ??= $"The recording in '{_folder}' is not complete: {e.Message}";
        }
    }
}
