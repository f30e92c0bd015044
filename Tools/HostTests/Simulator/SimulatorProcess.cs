using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace NanoFirmware.HostTests.Simulator;

/// <summary>The simulator as its users start it: a process of its own, from the tests' output folder.</summary>
internal sealed class SimulatorProcess : IDisposable
{
    // Far beyond what a run takes, even on a busy machine: it ends a test that hangs.
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private readonly Process _process;
    private readonly StringBuilder _output = new();
    private readonly StringBuilder _errors = new();

    private SimulatorProcess(string[] command, string[] args, bool hasKeyboard = false)
    {
        var start = new ProcessStartInfo(command[0])
        {
            RedirectStandardInput = hasKeyboard,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        Array.ForEach(command[1..], start.ArgumentList.Add);
        start.ArgumentList.Add(Path.Combine(AppContext.BaseDirectory, "Simulator.dll"));
        Array.ForEach(args, start.ArgumentList.Add);
        _process = new Process { StartInfo = start };
        _process.OutputDataReceived += (_, line) => Append(_output, line.Data);
        _process.ErrorDataReceived += (_, line) => Append(_errors, line.Data);
        _process.Start();
        _process.BeginOutputReadLine();
        _process.BeginErrorReadLine();
    }

    internal string Output => Text(_output);

    /// <summary>How many threads it has at this moment.</summary>
    internal int Threads
    {
        get
        {
            _process.Refresh();
            return _process.Threads.Count;
        }
    }

    /// <summary>It has said where it is to be found.</summary>
    private bool IsUp => Output.Contains("http://", StringComparison.Ordinal);

    internal string Errors => Text(_errors);

    /// <summary>
    /// Starts it. Unless told otherwise it ends by itself some day: a test run that is killed leaves nothing behind.
    /// </summary>
    internal static SimulatorProcess Start(params string[] args) => new(["dotnet"], Bounded(args));

    /// <summary>Starts it by another command, as one that runs it elsewhere.</summary>
    internal static SimulatorProcess StartWith(string[] command, params string[] args) =>
        new([.. command, "dotnet"], Bounded(args));

    /// <summary>Starts it as a shell starts a background job: SIGINT is ignored from the beginning.</summary>
    internal static SimulatorProcess StartInBackground(params string[] args) =>
        new(["sh", "-c", "trap '' INT; exec dotnet \"$@\"", "sh"], Bounded(args));

    /// <summary>
    /// Starts it in a terminal, whose keyboard is <see cref="Type"/>. The shell that the terminal starts gives way to it:
    /// one that stayed would be ended by Ctrl+C before it.
    /// </summary>
    internal static SimulatorProcess StartInTerminal(params string[] args) =>
        new(["sh", "-c", "SHELL=/bin/sh TERM=xterm-256color exec script -qefc \"exec dotnet $*\" /dev/null", "sh"],
            Bounded(args), hasKeyboard: true);

    /// <summary>Presses keys in its terminal.</summary>
    internal void Type(string keys)
    {
        _process.StandardInput.Write(keys);
        _process.StandardInput.Flush();
    }

    /// <summary>Waits for the end, and returns the exit code.</summary>
    internal int WaitForExit()
    {
        if (!_process.WaitForExit(Patience))
        {
            throw new TimeoutException($"The simulator does not end. It said: {Output}{Errors}");
        }

        // Without a time limit it also waits for the rest of the output.
        _process.WaitForExit();
        return _process.ExitCode;
    }

    /// <summary>
    /// Asks it to end, politely; unlike Ctrl+C this is heard below nohup and in background jobs too, where shells ignore SIGINT.
    /// </summary>
    internal void Stop() => Signal("TERM");

    /// <summary>Sends it a signal: "INT" is Ctrl+C.</summary>
    internal void Signal(string name)
    {
        using Process kill = Process.Start("kill", new[] { "-" + name, _process.Id.ToString(CultureInfo.InvariantCulture) });
        kill.WaitForExit();
    }

    /// <summary>Waits until <paramref name="holds"/>, asking again and again from when it is up.</summary>
    internal void WaitUntil(Func<bool> holds, string what)
    {
        var waited = Stopwatch.StartNew();
        while (!IsUp || !holds())
        {
            if (waited.Elapsed > Patience || _process.HasExited)
            {
                throw new TimeoutException($"Waited in vain for {what}. The simulator said: {Output}{Errors}");
            }

            Thread.Sleep(20);
        }
    }

    /// <summary>The same with a question that takes time to answer; one that fails on the way counts as "not yet".</summary>
    internal async Task WaitUntilAsync(Func<Task<bool>> holds, string what)
    {
        var waited = Stopwatch.StartNew();
        while (!IsUp || !await HoldsAsync(holds))
        {
            if (waited.Elapsed > Patience || _process.HasExited)
            {
                throw new TimeoutException($"Waited in vain for {what}. The simulator said: {Output}{Errors}");
            }

            await Task.Delay(20);
        }
    }

    /// <summary>A port that is free together with the one after it.</summary>
    internal static int FreePortPair()
    {
        while (true)
        {
            using var first = new TcpListener(IPAddress.Loopback, 0);
            first.Start();
            int port = ((IPEndPoint)first.LocalEndpoint).Port;
            try
            {
                using var second = new TcpListener(IPAddress.Loopback, port + 1);
                second.Start();
                return port;
            }
            catch (Exception e) when (e is SocketException or ArgumentOutOfRangeException)
            {
                // Somebody has the next one: try another pair.
            }
        }
    }

    public void Dispose()
    {
        if (!_process.HasExited)
        {
            _process.Kill();
        }

        _process.Dispose();
    }

    private static string[] Bounded(string[] args) => args.Contains("--duration") ? args : [.. args, "--duration", "180"];

    private static async Task<bool> HoldsAsync(Func<Task<bool>> question)
    {
        try
        {
            return await question();
        }
        catch (Exception e) when (e is HttpRequestException or TaskCanceledException)
        {
            return false;
        }
    }

    private static void Append(StringBuilder text, string? line)
    {
        if (line is not null)
        {
            lock (text)
            {
                text.AppendLine(line);
            }
        }
    }

    private static string Text(StringBuilder text)
    {
        lock (text)
        {
            return text.ToString();
        }
    }
}
