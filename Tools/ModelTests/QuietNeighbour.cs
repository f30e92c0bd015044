using System.Diagnostics;
using System.Globalization;
using System.Runtime.InteropServices;
using Microsoft.VisualStudio.TestTools.UnitTesting;

namespace NanoFirmware.ModelTests;

/// <summary>
/// These tests compute for minutes, in virtual time: they leave the cores to those of HostTests, which run beside them in real
/// time.
/// </summary>
[TestClass]
public static partial class QuietNeighbour
{
    private const int Nice = 15;

    [AssemblyInitialize]
    public static void StepBack(TestContext context)
    {
        if (!OperatingSystem.IsLinux())
        {
            using Process own = Process.GetCurrentProcess();
            own.PriorityClass = ProcessPriorityClass.BelowNormal;
            return;
        }

        // Linux counts each thread; those to come are as nice as whoever makes them.
        foreach (string thread in Directory.EnumerateDirectories("/proc/self/task"))
        {
            _ = SetPriority(0, uint.Parse(Path.GetFileName(thread), CultureInfo.InvariantCulture), Nice);
        }
    }

    [LibraryImport("libc", EntryPoint = "setpriority")]
    private static partial int SetPriority(int which, uint who, int priority);
}
