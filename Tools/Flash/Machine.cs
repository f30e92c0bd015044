using System.ComponentModel;
using System.Diagnostics;

namespace NanoFirmware.Flash;

/// <summary>This PC.</summary>
internal sealed class Machine : IMachine
{
    private readonly string _folder = FindProject();

    public bool IsWindows => OperatingSystem.IsWindows();

    public string? Variable(string name) => Environment.GetEnvironmentVariable(name);

    public bool FileExists(string path) => File.Exists(FullPath(path));

    public byte[] ReadFile(string path) => File.ReadAllBytes(FullPath(path));

    public string WriteTemporary(string name, byte[] content)
    {
        string path = Path.Combine(Directory.CreateTempSubdirectory("nanofirmware-flash-").FullName, name);
        File.WriteAllBytes(path, content);
        return path;
    }

    // Only where ports are files; elsewhere nobody needs a right for one.
    public bool MayUse(string port)
    {
        if (IsWindows || !File.Exists(port))
        {
            return true;
        }

        try
        {
            using FileStream opened = new(port, FileMode.Open, FileAccess.ReadWrite);
            return true;
        }
        catch (UnauthorizedAccessException)
        {
            return false;
        }
        catch (IOException)
        {
            // Somebody else has it open: nanoff says so.
            return true;
        }
    }

    public string? Find(string program)
    {
        // A tool installed a moment ago is not on this process's path yet.
        string tools = Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".dotnet", "tools");
        string[] folders = [.. (Variable("PATH") ?? "").Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries), tools];
        return folders.Select(folder => Path.Combine(folder, IsWindows ? program + ".exe" : program)).FirstOrDefault(File.Exists);
    }

    public int Run(FlashStep command)
    {
        using Process process = Start(command.Program, command.Arguments, redirect: false);
        process.WaitForExit();
        return process.ExitCode;
    }

    public IReadOnlyList<string> Ask(string program, params string[] arguments)
    {
        using Process process = Start(program, arguments, redirect: true);
        string[] lines = process.StandardOutput.ReadToEnd().Split(['\r', '\n'], StringSplitOptions.RemoveEmptyEntries);
        process.WaitForExit();
        return lines;
    }

    private string FullPath(string path) => Path.Combine(_folder, path.Replace('\\', Path.DirectorySeparatorChar));

    private static string FindProject()
    {
        for (DirectoryInfo? folder = new(Environment.CurrentDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "nanoFirmware.sln")))
            {
                return folder.FullName;
            }
        }

        return Environment.CurrentDirectory;
    }

    private Process Start(string program, string[] arguments, bool redirect)
    {
        var start = new ProcessStartInfo(program, arguments) { WorkingDirectory = _folder, RedirectStandardOutput = redirect };
        try
        {
            return Process.Start(start)!;
        }
        catch (Win32Exception failure)
        {
            throw new FlashException($"{program} does not start: {failure.Message}");
        }
    }
}
