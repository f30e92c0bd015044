using System.Diagnostics;
using Microsoft.VisualStudio.TestTools.UnitTesting;
using NanoFirmware.Bench.Jam;
using NanoFirmware.HostTests.Live;
using NanoFirmware.HostTests.Simulator;
using NanoHost.Net;

namespace NanoFirmware.HostTests.Mqtt;

/// <summary>A real broker, Mosquitto as Debian has it, on a free port of this machine; and its clients, rivals of ours.</summary>
internal sealed class Mosquitto : IDisposable
{
    internal const string User = "lights";
    internal const string Password = "seven colours";

    private readonly TemporaryFolder _folder = new();
    private readonly bool _isOpen;
    private readonly Broker _broker;

    /// <param name="isOpen">It asks nobody who he is.</param>
    /// <param name="hasSocket">Browsers reach it too, by <see cref="SocketPort"/>.</param>
    /// <exception cref="AssertInconclusiveException">There is no Mosquitto on this machine.</exception>
    internal Mosquitto(bool isOpen = false, bool hasSocket = false)
    {
        _isOpen = isOpen;
        SocketPort = hasSocket ? FreePort.Tcp() : 0;
        if (!TwoComputers.Has("mosquitto") || !TwoComputers.Has("mosquitto_pub"))
        {
            _folder.Dispose();
            throw new AssertInconclusiveException(
                "There is no Mosquitto on this machine: install mosquitto and mosquitto-clients.");
        }

        File.WriteAllText(_folder["users"], string.Empty);
        Run("mosquitto_passwd", "-b", _folder["users"], User, Password);
        _broker = new Broker(
            [
                .. isOpen ? ["allow_anonymous true"] : new[] { "allow_anonymous false", $"password_file {_folder["users"]}" },
                "persistence true",
                $"persistence_location {_folder.Name}/",
                "autosave_on_changes true",
                "autosave_interval 1",
                .. hasSocket ? [$"listener {SocketPort} 127.0.0.1", "protocol websockets"] : Array.Empty<string>(),
            ]);
    }

    internal int Port => _broker.Port;

    /// <summary>Where it speaks MQTT over a WebSocket; 0 for nowhere.</summary>
    internal int SocketPort { get; }

    /// <summary>Begins, with what it kept; returns once it answers.</summary>
    internal void Start() => _broker.Start();

    /// <summary>Ends without a word to anybody, as when the power goes.</summary>
    internal void Kill() => _broker.Kill();

    /// <summary>mosquitto_pub: returns once the broker has acknowledged it.</summary>
    internal void Publish(string topic, string message, params string[] options) =>
        Run("mosquitto_pub", [.. Client, "-t", topic, "-m", message, "-q", "1", .. options]);

    /// <summary>mosquitto_sub: the first message of a topic; empty when there was none in <paramref name="seconds"/>.</summary>
    internal string Read(string topic, int seconds = 2) =>
        Run("mosquitto_sub", [.. Client, "-t", topic, "-C", "1", "-W", $"{seconds}"]);

    /// <summary>mosquitto_sub: everything that is kept below a topic, a line each, the topic first.</summary>
    internal string[] Kept(string topic) =>
        Run("mosquitto_sub", [.. Client, "-t", topic, "-v", "--retained-only", "-W", "1"])
            .Split('\n', StringSplitOptions.RemoveEmptyEntries);

    public void Dispose()
    {
        _broker.Dispose();
        _folder.Dispose();
    }

    private string[] Client =>
        ["-h", "127.0.0.1", "-p", $"{Port}", .. _isOpen ? Array.Empty<string>() : ["-u", User, "-P", Password]];

    private static string Run(string program, params string[] arguments)
    {
        var start = new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true, RedirectStandardError = true };
        using Process process = Process.Start(start)!;
        string said = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return said.TrimEnd('\n');
    }
}
