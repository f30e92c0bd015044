using NanoHost.Net;
using NanoHost.Web;

namespace nanoFramework.WebServer;

/// <summary>Reading a request's body.</summary>
public static class HttpListenerRequestExtensions
{
    // The managed heap of a board with PSRAM is about 7 MB and not in one piece: this is what it can hardly give.
    private const int MostBytes = 4 << 20;

    /// <summary>
    /// The body: as long as its Content-Length says, with zeros at the end when less has come; empty without a Content-Length;
    /// null when the board could not hold it.
    /// </summary>
    public static byte[]? ReadBody(this HttpListenerRequest httpListenerRequest)
    {
        long length = httpListenerRequest.ContentLength64;
        if (length <= 0)
        {
            return Array.Empty<byte>();
        }

        if (length > MostBytes)
        {
            return null;
        }

        byte[] body = new byte[length];
        RequestBody.Fill(httpListenerRequest, body);
        return body;
    }
}
