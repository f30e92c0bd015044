using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using Microsoft.VisualStudio.TestTools.UnitTesting;
using NanoFirmware.HostTests.Live;
using NanoFirmware.HostTests.Simulator;

namespace NanoFirmware.HostTests.Mqtt;

/// <summary>A real broker, Mosquitto as Debian has it, on a free port of this machine; and its clients, rivals of ours.</summary>
internal sealed class Mosquitto : IDisposable
{
    internal const string User = "lights";
    internal const string Password = "seven colours";

    private const int PatienceMs = 60_000;

    private readonly TemporaryFolder _folder = new();
    private readonly bool _isOpen;
    private Process? _broker;

    /// <param name="isOpen">It asks nobody who he is.</param>
    /// <exception cref="AssertInconclusiveException">There is no Mosquitto on this machine.</exception>
    internal Mosquitto(bool isOpen = false)
    {
        _isOpen = isOpen;
        if (!TwoComputers.Has("mosquitto") || !TwoComputers.Has("mosquitto_pub"))
        {
            _folder.Dispose();
            throw new AssertInconclusiveException(
                "There is no Mosquitto on this machine: install mosquitto and mosquitto-clients.");
        }

        Port = FreePort();
        File.WriteAllText(_folder["users"], string.Empty);
        Run("mosquitto_passwd", "-b", _folder["users"], User, Password);
        File.WriteAllText(
            _folder["broker.conf"],
            $"listener {Port} 127.0.0.1\nallow_anonymous {(isOpen ? "true" : "false")}\n"
                + (isOpen ? string.Empty : $"password_file {_folder["users"]}\n")
                + (Environment.UserName == "root" ? "user root\n" : string.Empty)
                + $"persistence true\npersistence_location {_folder.Name}/\nautosave_on_changes true\nautosave_interval 1\n"
                + "log_dest none\n");
        Start();
    }

    internal int Port { get; }

    /// <summary>Begins, with what it kept; returns once it answers.</summary>
    internal void Start()
    {
        _broker = TwoComputers.Start([], "mosquitto", "-c", _folder["broker.conf"]);
        var clock = Stopwatch.StartNew();
        while (!IsAnswering())
        {
            if (_broker.HasExited || clock.ElapsedMilliseconds > PatienceMs)
            {
                throw new InvalidOperationException("Mosquitto did not start.");
            }

            Thread.Sleep(10);
        }
    }

    /// <summary>Ends without a word to anybody, as when the power goes.</summary>
    internal void Kill()
    {
        _broker?.Kill();
        _broker?.WaitForExit();
        _broker?.Dispose();
        _broker = null;
    }

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
        Kill();
        _folder.Dispose();
    }

    private string[] Client =>
        ["-h", "127.0.0.1", "-p", $"{Port}", .. _isOpen ? Array.Empty<string>() : ["-u", User, "-P", Password]];

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

    private static int FreePort()
    {
        var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        int port = ((IPEndPoint)listener.LocalEndpoint).Port;
        listener.Stop();
        return port;
    }

    private static string Run(string program, params string[] arguments)
    {
        var start = new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true, RedirectStandardError = true };
        using Process process = Process.Start(start)!;
        string said = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return said.TrimEnd('\n');
    }
}
