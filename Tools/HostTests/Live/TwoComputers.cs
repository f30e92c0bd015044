using System.ComponentModel;
using System.Diagnostics;
using Microsoft.VisualStudio.TestTools.UnitTesting;
using NanoFirmware.HostTests.Simulator;

namespace NanoFirmware.HostTests.Live;

/// <summary>
/// Two network namespaces of this computer with a cable between them: programs with fixed ports and broadcasts find each other
/// as two computers do, and nothing leaves them. Linux, and root.
/// </summary>
internal sealed class TwoComputers : IDisposable
{
    internal const string Here = "10.77.0.1";
    internal const string There = "10.77.0.2";

    private const int Port = 8080;

    // Ends by itself when a test run is killed.
    private const string LongestSeconds = "600";

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private readonly Process _here;
    private readonly Process _there;

    /// <exception cref="AssertInconclusiveException">This machine lets nobody make them.</exception>
    internal TwoComputers()
    {
        if (!OperatingSystem.IsLinux() || Environment.UserName != "root")
        {
            throw new AssertInconclusiveException("Network namespaces take Linux, and root.");
        }

        _here = Begin();
        _there = Begin();
        try
        {
            Cable();
        }
        catch (InvalidOperationException problem)
        {
            Dispose();
            throw new AssertInconclusiveException($"This machine makes no network namespaces: {problem.Message}");
        }
    }

    /// <summary>What a command begins with to run on the first computer.</summary>
    internal string[] OnFirst => Enter(_here);

    /// <summary>What a command begins with to run on the second.</summary>
    internal string[] OnSecond => Enter(_there);

    public void Dispose()
    {
        foreach (Process holder in new[] { _here, _there })
        {
            holder.Kill();
            holder.Dispose();
        }
    }

    /// <summary>Starts a program; its output is thrown away.</summary>
    internal static Process Start(string[] where, params string[] command) =>
        Process.Start(Silent([.. where, .. command])) ?? throw new InvalidOperationException(command[0]);

    /// <summary>Runs a program to its end; what it wrote.</summary>
    /// <exception cref="InvalidOperationException">It failed.</exception>
    internal static string Run(string[] where, params string[] command)
    {
        using Process process = Start(where, command);
        Task<string> errors = process.StandardError.ReadToEndAsync();
        string output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return process.ExitCode == 0
            ? output
            : throw new InvalidOperationException($"{string.Join(' ', command)}: {output}{errors.Result}");
    }

    /// <summary>Begins a simulator on one of them, whose page is at <see cref="Port"/>; returns once it is up.</summary>
    internal static SimulatorProcess Begin(string[] where, string address, string state, params string[] options)
    {
        SimulatorProcess simulator = SimulatorProcess.StartWith(
            where, ["--headless", "--port", $"{Port}", "--state", state, "--udp-interface", address, .. options]);
        simulator.WaitUntil(() => true, "its start");
        return simulator;
    }

    /// <summary>What a simulator there answers; with a body it is posted.</summary>
    /// <exception cref="AssertInconclusiveException">There is no curl on this machine.</exception>
    /// <exception cref="InvalidOperationException">It refused, or did not answer.</exception>
    internal static string Ask(string[] where, string path, string? body = null)
    {
        if (!Has("curl"))
        {
            throw new AssertInconclusiveException("There is no curl on this machine.");
        }

        string[] posted = body is null ? [] : ["-d", body];
        return Run(where, ["curl", "-sf", "--retry", "10", .. posted, $"http://127.0.0.1:{Port}{path}"]);
    }

    /// <summary>Waits for something; a program that fails meanwhile is no more than "not yet".</summary>
    internal static void Await(Func<bool> holds, string what)
    {
        string last = "it never was so";
        for (var waited = Stopwatch.StartNew(); waited.Elapsed < Patience; Thread.Sleep(50))
        {
            try
            {
                if (holds())
                {
                    return;
                }
            }
            catch (InvalidOperationException problem)
            {
                last = problem.Message;
            }
        }

        Assert.Fail($"Waited in vain for {what}: {last}");
    }

    /// <summary>Whether a program is installed.</summary>
    internal static bool Has(string program)
    {
        try
        {
            Run([], "which", program);
            return true;
        }
        catch (Exception problem) when (problem is InvalidOperationException or Win32Exception)
        {
            return false;
        }
    }

    private static ProcessStartInfo Silent(string[] command)
    {
        var start = new ProcessStartInfo(command[0]) { RedirectStandardOutput = true, RedirectStandardError = true };
        Array.ForEach(command[1..], start.ArgumentList.Add);
        return start;
    }

    private static Process Begin() => Start([], "unshare", "-n", "sleep", LongestSeconds);

    private static string[] Enter(Process holder) => ["nsenter", "-t", $"{holder.Id}", "-n"];

    private void Cable()
    {
        SpinWait.SpinUntil(() => IsApart(_here) && IsApart(_there), 5000);
        Run(OnFirst, "ip", "link", "add", "nano0", "type", "veth", "peer", "name", "nano1");
        Run(OnFirst, "ip", "link", "set", "nano1", "netns", $"{_there.Id}");
        Plug(OnFirst, "nano0", Here);
        Plug(OnSecond, "nano1", There);
    }

    private static void Plug(string[] where, string end, string address)
    {
        Run(where, "ip", "link", "set", "lo", "up");
        Run(where, "ip", "addr", "add", $"{address}/24", "brd", "+", "dev", end);
        Run(where, "ip", "link", "set", end, "up");
        Run(where, "ip", "route", "add", "255.255.255.255", "dev", end);
    }

    private static bool IsApart(Process holder) =>
        Run([], "readlink", $"/proc/{holder.Id}/ns/net") != Run([], "readlink", "/proc/self/ns/net");
}
