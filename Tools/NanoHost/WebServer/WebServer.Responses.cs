using System.Net;
using System.Text;
using HttpListenerResponse = NanoHost.Net.HttpListenerResponse;

namespace nanoFramework.WebServer;

/// <summary>Ready-made ways to answer.</summary>
public partial class WebServer
{
    // The device sends a file in pieces of this size.
    private const int MaxSizeBuffer = 1024;

    [Obsolete("Use OutputAsStream instead.")]
    public static void OutPutStream(HttpListenerResponse response, string strResponse) => OutputAsStream(response, strResponse);

    /// <summary>Sends text as UTF-8, with its length.</summary>
    public static void OutputAsStream(HttpListenerResponse? response, string content)
    {
        if (response is not null)
        {
            byte[] body = Encoding.UTF8.GetBytes(content);
            response.ContentLength64 = body.Length;
            response.OutputStream.Write(body, 0, body.Length);
        }
    }

    /// <summary>Sets the status of an empty response.</summary>
    public static void OutputHttpCode(HttpListenerResponse? response, HttpStatusCode code)
    {
        if (response is not null)
        {
            response.ContentLength64 = 0;
            response.KeepAlive = false;
            response.StatusCode = (int)code;
        }
    }

    /// <summary>Sends bytes as a file; without a content type, the name's extension decides it.</summary>
    public static void SendFileOverHTTP(HttpListenerResponse response, string fileName, byte[] content, string contentType = "")
    {
        response.ContentType = contentType.Length == 0 ? ContentTypeOf(fileName) : contentType;
        response.ContentLength64 = content.Length;
        response.SendChunked = false;
        for (int sent = 0; sent < content.Length; sent += MaxSizeBuffer)
        {
            response.OutputStream.Write(content, sent, Math.Min(MaxSizeBuffer, content.Length - sent));
        }
    }

    /// <summary>The device knows few extensions, and calls everything else HTML.</summary>
    private static string ContentTypeOf(string fileName)
    {
        string extension = fileName[(fileName.LastIndexOf('.') + 1)..].ToUpperInvariant();
        return extension switch
        {
            "CS" or "TXT" or "CSPROJ" => "text/plain",
            "JPG" or "JPEG" or "JPE" => "image/jpeg",
            "BMP" => "image/bmp",
            "PNG" => "image/png",
            "GIF" => "image/gif",
            "IEF" => "image/ief",
            "MP3" => "audio/mpeg",
            "CSS" => "text/css",
            "ICO" => "image/x-icon",
            "ZIP" => "application/zip",
            "JSON" => "application/json",
            "PDF" => "application/pdf",
            _ => "text/html",
        };
    }
}
