using System.ComponentModel;
using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using NanoHost.Net;

namespace NanoFirmware.Bench.Jam;

/// <summary>Mosquitto as Debian has it, on a free port of this PC, for as long as something is tried with it.</summary>
internal sealed class Broker : IDisposable
{
    // Far beyond what it takes, on a busy PC too.
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("broker-");
    private readonly string _settings;
    private Process? _process;

    /// <summary>One that asks nobody who he is, and keeps nothing, unless <paramref name="settings"/> say otherwise.</summary>
    /// <param name="settings">Lines of its settings below the one that says where it listens.</param>
    /// <exception cref="InvalidOperationException">There is none on this PC, or it does not start.</exception>
    internal Broker(params string[] settings)
    {
        Port = FreePort.Tcp();
        _settings = Path.Combine(_folder.FullName, "broker.conf");
        File.WriteAllLines(
            _settings,
            [
                $"listener {Port} 127.0.0.1",
                .. settings.Length > 0 ? settings : ["allow_anonymous true"],
                "log_dest none",
                .. Environment.UserName == "root" ? ["user root"] : Array.Empty<string>(),
            ]);
        try
        {
            Start();
        }
        catch (InvalidOperationException)
        {
            Dispose();
            throw;
        }
    }

    internal int Port { get; }

    /// <summary>Begins, with what it kept; returns once it answers.</summary>
    /// <exception cref="InvalidOperationException">It does not.</exception>
    internal void Start()
    {
        try
        {
            var start = new ProcessStartInfo("mosquitto", ["-c", _settings])
            {
                RedirectStandardOutput = true,
                RedirectStandardError = true,
            };
            _process = Process.Start(start);
        }
        catch (Win32Exception)
        {
            throw new InvalidOperationException("There is no Mosquitto on this PC: install mosquitto.");
        }

        var waited = Stopwatch.StartNew();
        while (!IsAnswering())
        {
            if (_process!.HasExited || waited.Elapsed > Patience)
            {
                throw new InvalidOperationException($"Mosquitto does not start on port {Port}.");
            }

            Thread.Sleep(10);
        }
    }

    /// <summary>Ends without a word to anybody, as when the power goes.</summary>
    internal void Kill()
    {
        _process?.Kill();
        _process?.WaitForExit();
        _process?.Dispose();
        _process = null;
    }

    /// <summary>Neither answers nor ends, as a host that is too busy.</summary>
    internal void Pause() => Signal("-STOP");

    /// <summary>Goes on after a pause.</summary>
    internal void Resume() => Signal("-CONT");

    public void Dispose()
    {
        Kill();
        _folder.Delete(recursive: true);
    }

    private void Signal(string what)
    {
        using var kill = Process.Start("kill", [what, $"{_process!.Id}"]);
        kill.WaitForExit();
    }

    private bool IsAnswering()
    {
        using var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        try
        {
            socket.Connect(IPAddress.Loopback, Port);
            return true;
        }
        catch (SocketException)
        {
            return false;
        }
    }
}
