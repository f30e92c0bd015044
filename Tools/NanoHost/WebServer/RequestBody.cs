using System.Diagnostics.CodeAnalysis;
using System.Net;

namespace NanoHost.Web;

/// <summary>Reads a request's body without waiting for ever for a client that stops sending.</summary>
internal static class RequestBody
{
    /// <summary>How long the next bytes may take. The device waits one tick of 10 ms; a busy PC needs more to be as sure.</summary>
    internal const int PatienceMs = 1000;

    // More than this is not read for politeness' sake: the client sees a closed connection.
    private const int DrainBytes = 8 << 20;

    private const int ChunkBytes = 4096;

    /// <summary>Fills the array, or as much of it as comes.</summary>
    internal static void Fill(HttpListenerRequest request, byte[] body)
    {
        for (int read = 0, got = 1; read < body.Length && got > 0; read += got)
        {
            got = Read(request, body, read, Math.Min(ChunkBytes, body.Length - read));
        }
    }

    /// <summary>Takes what a handler left unread, so that closing the connection does not cut its answer off.</summary>
    internal static void Drain(HttpListenerRequest request)
    {
        if (!request.HasEntityBody)
        {
            return;
        }

        byte[] chunk = new byte[ChunkBytes];
        for (int read = 0, got = 1; read < DrainBytes && got > 0; read += got)
        {
            got = Read(request, chunk, 0, chunk.Length);
        }
    }

    /// <summary>Bytes read; 0 at the end, and when the client sends nothing for too long or is gone.</summary>
    [SuppressMessage("Design", "CA1031", Justification = "Whatever the stream says of a client that left, its body is over.")]
    private static int Read(HttpListenerRequest request, byte[] buffer, int offset, int count)
    {
        try
        {
            Task<int> read = request.InputStream.ReadAsync(buffer, offset, count);
            return read.Wait(PatienceMs) ? read.Result : 0;
        }
        catch (Exception)
        {
            return 0;
        }
    }
}
