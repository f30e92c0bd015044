using NanoFirmware.Storage;

namespace NanoFirmware.Web;

/// <content>What came is taken apart once, and nothing of it is kept at its end.</content>
internal sealed partial class Request
{
    /// <summary>Begins a new request without a body.</summary>
    /// <param name="method">GET, POST, …</param>
    /// <param name="url">Path and query as sent, e.g. "/api/status?x=1"; case is ignored in the path.</param>
    public void Begin(string method, string url)
    {
        Method = method;
        BodyLength = 0;
        BodyTooLong = false;
        Host = null;
        IsForeign = false;
        CalledAt = null;
        From = 0;
        Origin = null;
        Referer = null;
        FetchSite = null;
        Agent = null;
        Key = null;
        KnownTag = null;
        BodyStart = 0;
        Body = _room;

        int query = url.IndexOf('?');
        _query = query < 0 ? string.Empty : url.Substring(query + 1);
        string path = query < 0 ? url : url.Substring(0, query);
        _segments = path.Split(Slash);
        _count = 0;
        for (int i = 0; i < _segments.Length; i++)
        {
            // Two slashes mean no more than one.
            if (_segments[i].Length > 0)
            {
                _segments[_count] = PercentCode.Decode(_segments[i]).ToLower();
                _count++;
            }
        }
    }

    /// <summary>Makes room for a body; a longer one than usual passes with its request.</summary>
    public void MakeRoom(int bytes)
    {
        BodyStart = IsBackup ? SafeFile.HeadBytes : 0;
        Body = IsBackup || bytes > BodyLimit ? new byte[BodyStart + bytes] : _room;
    }

    /// <summary>Bytes that were made for a body that was longer than usual; 0 for others.</summary>
    public int MadeBytes => Body == _room ? 0 : Body.Length;

    /// <summary>Lets go of a body that was longer than usual.</summary>
    public void End() => Body = _room;
}
