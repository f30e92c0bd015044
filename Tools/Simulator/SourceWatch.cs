using System.Reflection;
using System.Runtime.InteropServices;

namespace NanoFirmware.Simulator;

/// <summary>Hands over to dotnet watch, which starts the simulator anew whenever a source file is saved.</summary>
internal static class SourceWatch
{
    /// <summary>The option that asks for it, which the one that is watched must not have.</summary>
    internal const string Option = "--watch";

    /// <summary>Becomes dotnet watch; comes back only when that cannot be had.</summary>
    /// <exception cref="UsageException">It cannot be had; the message says the way by hand.</exception>
    internal static int Run(IReadOnlyList<string> arguments)
    {
        string[] command = Command(arguments);

        // In place of this process, not beside it: the build writes over the very files that it runs from.
        if (!OperatingSystem.IsWindows() && execvp(command[0], [.. command, null]) == 0)
        {
            return 0;
        }

        throw new UsageException($"{Option} cannot start dotnet watch here. By hand: {string.Join(' ', command)}");
    }

    /// <summary>What is run.</summary>
    internal static string[] Command(IReadOnlyList<string> arguments)
    {
        string project = Assembly.GetExecutingAssembly().GetCustomAttributes<AssemblyMetadataAttribute>()
            .First(pair => pair.Key == "Project").Value!;
        return
        [
            "dotnet", "watch", "--non-interactive", "--no-hot-reload", "--project", project, "--",
            .. arguments.Where(argument => argument != Option),
        ];
    }

    [DllImport("libc", CharSet = CharSet.Ansi)]
    private static extern int execvp(string file, string?[] arguments);
}
