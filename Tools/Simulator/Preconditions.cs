using System.Net;
using System.Net.Sockets;

namespace NanoFirmware.Simulator;

/// <summary>What must hold before anything starts, so that a run does not fail half-way through.</summary>
public static class Preconditions
{
    /// <summary>Checks both ports and the report file.</summary>
    /// <exception cref="UsageException">One of them cannot be used; the message says which, and why.</exception>
    public static void Check(SimulatorOptions options)
    {
        CheckPort(options.Port, "the device");
        CheckPort(options.BenchPort, "the bench page");
        if (options.ReportPath is not null)
        {
            CheckWritable(options.ReportPath);
        }
    }

    private static void CheckPort(int port, string use)
    {
        try
        {
            using var probe = new TcpListener(IPAddress.Loopback, port);
            probe.Start();
        }
        catch (SocketException e)
        {
            string reason = e.SocketErrorCode == SocketError.AddressAlreadyInUse ? "is in use" : $"cannot be used ({e.Message})";
            throw new UsageException($"Port {port} for {use} {reason}: choose another with --port.", e);
        }
    }

    private static void CheckWritable(string reportPath)
    {
        try
        {
            Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(reportPath))!);
            using FileStream file = File.OpenWrite(reportPath);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new UsageException($"--report cannot write the file '{reportPath}': {e.Message}", e);
        }
    }
}
