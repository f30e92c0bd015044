namespace NanoFirmware.Flash;

/// <summary>The PC as far as flashing needs it; the tests bring one of their own.</summary>
public interface IMachine
{
    bool IsWindows { get; }

    /// <summary>A variable of the environment; null when it is not set.</summary>
    string? Variable(string name);

    bool FileExists(string path);

    byte[] ReadFile(string path);

    /// <summary>Writes a file that is needed while flashing; returns its full path.</summary>
    string WriteTemporary(string name, byte[] content);

    /// <summary>Whether this user may open a serial port, which is there.</summary>
    bool MayUse(string port);

    /// <summary>Full path of a program on the path or among the user's .NET tools, or null.</summary>
    string? Find(string program);

    /// <summary>Runs a command in the project's folder, its output on the screen, and returns its exit code.</summary>
    int Run(FlashStep command);

    /// <summary>Runs a command and returns the lines that it wrote.</summary>
    IReadOnlyList<string> Ask(string program, params string[] arguments);
}
