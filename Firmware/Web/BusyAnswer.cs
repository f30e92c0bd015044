using System.Net;

namespace NanoFirmware.Web;

/// <summary>
/// What whoever comes while the device is too busy is told: a program in JSON, a person in a page that tries again by itself.
/// </summary>
internal sealed class BusyAnswer
{
    private const string ForPrograms = "{\"error\":\"too busy: try again in a second\"}";
    private const string ProgramRetryS = "1";

    private const string PagePath = "/";
    private const string PageRetryS = "2";
    private const string ForPersons =
        "<!doctype html><meta charset=utf-8><meta name=viewport content=\"width=device-width\"><title>nanoFirmware</title>"
        + "<body style=\"font:1em sans-serif;margin:2em\"><p>The device is busy with the light.<p>"
        + "This page tries again by itself.";

    private readonly byte[] _forPrograms = TextCode.Utf8.GetBytes(ForPrograms);
    private readonly byte[] _forPersons = TextCode.Utf8.GetBytes(ForPersons);

    /// <summary>
    /// Sends whoever asks away with 503. Little is looked at, and only where the page itself is asked for: it shall cost next to
    /// nothing.
    /// </summary>
    /// <returns>Bytes of the body that are unread.</returns>
    public long Send(HttpListenerContext context)
    {
        HttpListenerRequest request = context.Request;
        HttpListenerResponse response = context.Response;
        bool isPage = request.RawUrl == PagePath && IsPerson(request.Headers["Accept"]);
        byte[] answer = isPage ? _forPersons : _forPrograms;
        response.StatusCode = 503;
        response.ContentType = isPage ? "text/html; charset=utf-8" : "application/json";
        response.KeepAlive = false;
        response.Headers.Add("Retry-After", isPage ? PageRetryS : ProgramRetryS);
        if (isPage)
        {
            response.Headers.Add("Cache-Control", "no-store");
            response.Headers.Add("Refresh", PageRetryS);
        }

        response.ContentLength64 = answer.Length;
        response.OutputStream.Write(answer, 0, answer.Length);
        long claimed = request.ContentLength64;
        return claimed > 0 ? claimed : 0;
    }

    private static bool IsPerson(string accept) => accept != null && accept.IndexOf("text/html") >= 0;
}
