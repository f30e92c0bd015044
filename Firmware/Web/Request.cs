using NanoFirmware.Storage;

namespace NanoFirmware.Web;

/// <summary>
/// What a client asks for, read once: the method, the path in pieces, the body. Reused from request to request.
/// </summary>
internal sealed class Request
{
    /// <summary>Greatest body that is read, in bytes.</summary>
    public const int BodyLimit = 1024;

    /// <summary>Greatest body of /api/backup, the one path that takes more.</summary>
    public const int BackupLimit = BackupStore.MaxBytes;

    /// <summary>Greatest piece of a map, or of a recording.</summary>
    public const int PieceLimit = 4096;

    /// <summary>Greatest body of /api/jam/events.</summary>
    public const int JamLimit = 2048;

    /// <summary>Greatest body of /json: WLED's clients send a colour for each LED, and presets that we pass over.</summary>
    public const int WledLimit = 6144;

    /// <summary>Greatest body of /api/panels and /api/sprites: pixels of twelve panels.</summary>
    public const int PanelsLimit = 8192;

    private static readonly char[] Slash = { '/' };
    private static readonly char[] And = { '&' };
    private static readonly char[] Comma = { ',' };
    private static readonly string[] Nothing = new string[0];

    private readonly byte[] _room = new byte[BodyLimit];
    private string[] _segments = Nothing;
    private string _query = string.Empty;
    private int _count;

    /// <summary>GET, POST, …</summary>
    public string Method = "GET";

    /// <summary>The body's bytes; <see cref="BodyLength"/> of them count.</summary>
    public byte[] Body;

    /// <summary>Where in <see cref="Body"/> it begins: a backup leaves room for the head of the file that it becomes.</summary>
    public int BodyStart;

    public int BodyLength;

    /// <summary>True when the client sent more than <see cref="Limit"/> bytes; they do not count.</summary>
    public bool BodyTooLong;

    /// <summary>The Host header; null when there is none.</summary>
    public string Host;

    /// <summary>The client knows the device by a name that is not its own.</summary>
    public bool IsForeign;

    /// <summary>Of a foreign request: the address, and the port unless it is the usual one, that it came in on.</summary>
    public string CalledAt;

    /// <summary>The Origin header; null when there is none. Only looked up for changes.</summary>
    public string Origin;

    /// <summary>The Referer header; null when there is none. Only looked up for changes by GET.</summary>
    public string Referer;

    /// <summary>The Sec-Fetch-Site header; null when there is none. Only looked up for changes by GET.</summary>
    public string FetchSite;

    /// <summary>The User-Agent header; null when there is none. Only looked up for changes by GET.</summary>
    public string Agent;

    /// <summary>The X-Api-Key header; null when there is none. Only looked up for changes.</summary>
    public string Key;

    /// <summary>The If-None-Match header; null when there is none. Only looked up for the page.</summary>
    public string KnownTag;

    /// <summary>The client's address as a number; 0 when nobody needs to know.</summary>
    public int From;

    /// <summary>Greatest body that this path takes.</summary>
    public int Limit
    {
        get
        {
            if (IsBackup)
            {
                return BackupLimit;
            }

            if (Segment(0) == "api" && (Segment(1) == "panels" || Segment(1) == "sprites"))
            {
                return PanelsLimit;
            }

            if (_count == 3 && Segment(1) == "jam")
            {
                return Segment(2) == "recording" ? PieceLimit : JamLimit;
            }

            if (_count == 5 && Segment(3) == "layout" && Segment(4) == "map")
            {
                return PieceLimit;
            }

            return Segment(0) == "json" ? WledLimit : BodyLimit;
        }
    }

    /// <summary>Number of pieces of the path: 0 for "/", 2 for "/api/status".</summary>
    public int SegmentCount => _count;

    /// <summary>True for PUT and POST, which mean the same here.</summary>
    public bool IsWrite => Method == "POST" || Method == "PUT";

    public bool IsRead => Method == "GET" || IsHead;

    /// <summary>To change something: every method but GET and HEAD, and WLED's older interface, which changes by GET.</summary>
    public bool IsChange => !IsRead || ChangesByGet;

    /// <summary>A GET that is to change something.</summary>
    public bool ChangesByGet => Method == "GET" && _count == 1 && (_segments[0] == "reset" || WledCommand.IsChange(_segments[0]));

    /// <summary>Like GET, but the answer's body stays here.</summary>
    public bool IsHead => Method == "HEAD";

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

    /// <summary>The names in <c>?fields=one,other</c>; null when the request wants all.</summary>
    public string[] Fields
    {
        get
        {
            string fields = Parameter("fields");
            return fields == null ? null : fields.ToLower().Split(Comma);
        }
    }

    /// <summary>The value of a query parameter; null when there is none.</summary>
    public string Parameter(string name)
    {
        if (_query.Length == 0)
        {
            return null;
        }

        string[] parameters = _query.Split(And);
        for (int i = 0; i < parameters.Length; i++)
        {
            int equals = parameters[i].IndexOf('=');
            if (equals >= 0 && PercentCode.Decode(parameters[i].Substring(0, equals)) == name)
            {
                return PercentCode.Decode(parameters[i].Substring(equals + 1));
            }
        }

        return null;
    }

    /// <summary>A piece of the path, or null when it has fewer.</summary>
    public string Segment(int index) => index >= 0 && index < _count ? _segments[index] : null;

    private bool IsBackup => _count == 2 && Segment(0) == "api" && Segment(1) == "backup";
}
