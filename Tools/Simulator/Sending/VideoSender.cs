using System.ComponentModel;
using System.Diagnostics;
using System.Globalization;

namespace NanoFirmware.Simulator.Sending;

/// <summary>Plays a video file to devices: ffmpeg decodes it in its own time and scales it to the grid.</summary>
internal sealed class VideoSender
{
    private const string Decoder = "ffmpeg";

    private readonly string _path;
    private readonly GridSize _size;
    private readonly IReadOnlyList<DdpTarget> _targets;

    internal VideoSender(string path, GridSize size, IReadOnlyList<DdpTarget> targets)
    {
        _path = path;
        _size = size;
        _targets = targets;
    }

    /// <summary>Plays until its end or until it is stopped; how many pictures were sent.</summary>
    /// <exception cref="UsageException">It cannot be played; the message says why and what would help.</exception>
    internal async Task<long> PlayAsync(CancellationToken stop)
    {
        if (!File.Exists(_path))
        {
            throw new UsageException($"--video cannot read '{_path}': there is no such file.");
        }

        using var sender = new DdpSender(_targets);
        using Process decoder = Start();
        Task<string> complaint = decoder.StandardError.ReadToEndAsync(CancellationToken.None);
        byte[] picture = new byte[_size.Width * _size.Height * 3];
        try
        {
            while (await decoder.StandardOutput.BaseStream.ReadAtLeastAsync(picture, picture.Length, false,
                stop) == picture.Length)
            {
                sender.Send(picture);
            }
        }
        catch (OperationCanceledException)
        {
            decoder.Kill();
            return sender.Pictures;
        }

        await decoder.WaitForExitAsync(CancellationToken.None);
        if (decoder.ExitCode != 0)
        {
            string reason = (await complaint).Split('\n',
                StringSplitOptions.RemoveEmptyEntries).LastOrDefault("it gave no reason").Trim();
            throw new UsageException($"--video: '{_path}' cannot be decoded by {Decoder}: {reason}");
        }

        return sender.Pictures;
    }

    private Process Start()
    {
        string filter = string.Create(CultureInfo.InvariantCulture, $"scale={_size.Width}:{_size.Height}:flags=area");
        var start = new ProcessStartInfo(Decoder) { RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (string argument in new[] { "-nostdin", "-v", "error", "-re", "-i", "file:" + _path, "-an", "-vf", filter, "-f",
            "rawvideo", "-pix_fmt", "rgb24", "-" })
        {
            start.ArgumentList.Add(argument);
        }

        try
        {
            return Process.Start(start)!;
        }
        catch (Win32Exception e)
        {
            throw new UsageException($"--video needs {Decoder}, which is not installed here.", e);
        }
    }
}
