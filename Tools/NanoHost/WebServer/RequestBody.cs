using System.Net;
using System.Net.Sockets;
using HttpListenerRequest = NanoHost.Net.HttpListenerRequest;

namespace NanoHost.Web;

/// <summary>Reads a request's body without waiting for ever for a client that stops sending.</summary>
internal static class RequestBody
{
    /// <summary>
    /// How long the next bytes may take. The device waits one tick of 10 ms; a busy PC needs more to be as sure.
    /// </summary>
    internal const int PatienceMs = 1000;

    private const int ChunkBytes = 4096;

    /// <summary>Fills the array, or as much of it as comes.</summary>
    internal static void Fill(HttpListenerRequest request, byte[] body)
    {
        request.InputStream.ReadTimeout = PatienceMs;
        try
        {
            for (int read = 0, got = 1; read < body.Length && got > 0; read += got)
            {
                got = request.InputStream.Read(body, read, Math.Min(ChunkBytes, body.Length - read));
            }
        }
        catch (Exception failure) when (failure is SocketException or ProtocolViolationException)
        {
            // Whatever the stream says of a client that left or waits, its body is over.
        }
    }
}
