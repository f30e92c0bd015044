using System.Diagnostics;
using NanoHost.Audio;

namespace NanoFirmware.Simulator.Sound;

/// <summary>This computer's microphone: a program that the system has records, and the simulated one hears it.</summary>
internal sealed class Microphone : IAudioSource, IDisposable
{
    // A sound server that is asleep takes a moment.
    private const int PatienceMs = 8000;

    private readonly Process _recorder;
    private readonly SoundStream _sound;

    private Microphone(InstalledProgram program, string path)
    {
        _recorder = program.Start(path);
        _recorder.StandardInput.Close();
        Task<string> complaint = _recorder.StandardError.ReadToEndAsync();
        _sound = new SoundStream(_recorder.StandardOutput.BaseStream, SoundStream.Raw, [], isLive: true);
        SpinWait.SpinUntil(() => _sound.HasBegun || _sound.HasEnded, PatienceMs);
        if (!_sound.HasBegun)
        {
            bool hasEnded = _sound.HasEnded;
            Dispose();
            throw new AudioSourceException($"--microphone: {program.Name} hears nothing"
                + $"{(hasEnded ? ": " + LastLine(complaint.Result) : " yet")}. Name another one with --microphone NAME.");
        }
    }

    /// <summary>Opens the microphone of that name as the recording program knows it, or with null the usual one.</summary>
    /// <param name="name">As arecord -L or ffmpeg lists it.</param>
    /// <param name="path">The folders of programs, as PATH holds them.</param>
    /// <exception cref="AudioSourceException">None can be heard; the message says what would help.</exception>
    internal static Microphone Open(string? name, string path)
    {
        InstalledProgram[] programs = Programs(name);
        InstalledProgram? installed = programs.FirstOrDefault(program => program.Find(path) is not null);
        return installed is null
            ? throw new AudioSourceException(
                $"--microphone needs {string.Join(" or ", programs.Select(program => program.Name))}, and there is none here: "
                + "install it, or play a file with --wav.")
            : new Microphone(installed, path);
    }

    /// <inheritdoc/>
    public void Read(long firstFrame, int sampleRateHz, Span<float> mono) => _sound.Read(firstFrame, sampleRateHz, mono);

    /// <inheritdoc/>
    public void Dispose()
    {
        if (!_recorder.HasExited)
        {
            _recorder.Kill();
        }

        _sound.Dispose();
    }

    private static InstalledProgram[] Programs(string? name)
    {
        if (OperatingSystem.IsWindows())
        {
            return name is null
                ? throw new AudioSourceException("--microphone wants a name on Windows: "
                    + "'ffmpeg -list_devices true -f dshow -i dummy' lists them.")
                : [Ffmpeg("dshow", "audio=" + name)];
        }

        if (OperatingSystem.IsMacOS())
        {
            return [Ffmpeg("avfoundation", ":" + (name ?? "default"))];
        }

        string[] device = name is null ? [] : ["-D", name];
        return
        [
            new("arecord", ["-q", "-t", "raw", "-f", "S16_LE", "-r", "48000", "-c", "1", "--buffer-time=100000", .. device]),
            Ffmpeg("pulse", name ?? "default"),
        ];
    }

    private static InstalledProgram Ffmpeg(string system, string device) =>
        new("ffmpeg", "-nostdin", "-v", "error", "-f", system, "-i", device, "-ac", "1", "-ar", "48000", "-f", "s16le", "-");

    private static string LastLine(string complaint) =>
        complaint.Split('\n', StringSplitOptions.RemoveEmptyEntries).LastOrDefault("it gave no reason").Trim();
}
