using System.Diagnostics;

namespace NanoFirmware.Simulator.Sound;

/// <summary>A program of this computer that sound comes from or goes to, through a pipe.</summary>
/// <param name="Name">What it is called.</param>
/// <param name="Arguments">What it is told.</param>
internal sealed record InstalledProgram(string Name, params string[] Arguments)
{
    /// <summary>Where it lies in one of the folders of <paramref name="path"/>, written as PATH is; null when in none.</summary>
    internal string? Find(string path) => path.Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries)
        .Select(folder => Path.Combine(folder, OperatingSystem.IsWindows() ? Name + ".exe" : Name))
        .FirstOrDefault(File.Exists);

    /// <summary>Starts it with its ends in our hands: it must not touch the terminal.</summary>
    internal Process Start(string path)
    {
        var start = new ProcessStartInfo(Find(path)!)
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        Array.ForEach(Arguments, start.ArgumentList.Add);
        return Process.Start(start)!;
    }
}
