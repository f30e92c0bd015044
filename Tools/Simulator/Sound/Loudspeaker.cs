using System.Buffers.Binary;
using System.Diagnostics;
using System.Threading.Channels;
using NanoHost.Audio;

namespace NanoFirmware.Simulator.Sound;

/// <summary>This computer's loudspeaker, by a program that the system has: whichever is there.</summary>
internal sealed class Loudspeaker : IDisposable
{
    /// <summary>What it is given: one channel at that rate.</summary>
    internal const int RateHz = 48_000;

    // A few blocks wait for the program at most: what is heard must not fall behind what is seen.
    private const int MostWaiting = 16;
    private const int EndMs = 500;

    private static readonly InstalledProgram[] Programs =
    [
        new("paplay", "--raw", "--rate=48000", "--format=s16le", "--channels=1", "--latency-msec=60"),
        new("aplay", "-q", "-t", "raw", "-f", "S16_LE", "-r", "48000", "-c", "1", "--buffer-time=100000"),
        new("ffplay", "-v", "error", "-nodisp", "-autoexit", "-fflags", "nobuffer", "-probesize", "32", "-f", "s16le",
            "-sample_rate", "48000", "-i", "-"),
    ];

    private readonly Process _player;
    private readonly string _name;
    private readonly Action<string> _tell;
    private readonly Channel<byte[]> _waiting = System.Threading.Channels.Channel.CreateBounded<byte[]>(
        new BoundedChannelOptions(MostWaiting) { FullMode = BoundedChannelFullMode.DropOldest });
    private readonly Task<string> _complaint;
    private readonly Task _playing;
    private volatile bool _isLeaving;

    private Loudspeaker(InstalledProgram program, string path, Action<string> tell)
    {
        _name = program.Name;
        _tell = tell;
        _player = program.Start(path);
        _complaint = _player.StandardError.ReadToEndAsync();
        _playing = Task.Run(PlayAsync);
    }

    /// <summary>Opens it.</summary>
    /// <param name="path">The folders of programs, as PATH holds them.</param>
    /// <param name="tell">Takes a sentence when the sound ends although the show goes on.</param>
    /// <exception cref="AudioSourceException">There is no program that plays.</exception>
    internal static Loudspeaker Open(string path, Action<string> tell)
    {
        InstalledProgram? installed = Programs.FirstOrDefault(program => program.Find(path) is not null);
        return installed is null
            ? throw new AudioSourceException("--play needs ffplay (of ffmpeg), aplay or paplay, and none is installed here: "
                + "install one, or leave --play away.")
            : new Loudspeaker(installed, path, tell);
    }

    /// <summary>Plays that next; returns at once.</summary>
    internal void Play(ReadOnlySpan<float> mono)
    {
        byte[] samples = new byte[mono.Length * sizeof(short)];
        for (int i = 0; i < mono.Length; i++)
        {
            short sample = (short)Math.Clamp(mono[i] * short.MaxValue, short.MinValue, short.MaxValue);
            BinaryPrimitives.WriteInt16LittleEndian(samples.AsSpan(i * sizeof(short)), sample);
        }

        _waiting.Writer.TryWrite(samples);
    }

    /// <summary>Lets what was given end, and no more.</summary>
    public void Dispose()
    {
        _isLeaving = true;
        _waiting.Writer.TryComplete();
        if (!_playing.Wait(EndMs) || !_player.WaitForExit(EndMs))
        {
            _player.Kill();
        }

        _player.Dispose();
    }

    private async Task PlayAsync()
    {
        try
        {
            await using Stream pipe = _player.StandardInput.BaseStream;
            await foreach (byte[] samples in _waiting.Reader.ReadAllAsync())
            {
                await pipe.WriteAsync(samples);
                await pipe.FlushAsync();
            }
        }
        catch (IOException) when (!_isLeaving)
        {
            string reason = (await _complaint).Split('\n', StringSplitOptions.RemoveEmptyEntries)
                .LastOrDefault("it gave no reason").Trim();
            _tell($"Nothing is heard any more: {_name} has ended ({reason}).");
        }
        catch (IOException)
        {
            // We are leaving, and it was faster.
        }
    }
}
