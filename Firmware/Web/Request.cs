using NanoFirmware.Storage;

namespace NanoFirmware.Web;

/// <summary>
/// What a client asks for, read once: the method, the path in pieces, the body. Reused from request to request.
/// </summary>
internal sealed partial class Request
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

    /// <summary>True for PUT and POST, which mean the same here.</summary>
    public bool IsWrite => Method == "POST" || Method == "PUT";

    public bool IsRead => Method == "GET" || IsHead;

    /// <summary>To change something: every method but GET and HEAD, and WLED's older interface, which changes by GET.</summary>
    public bool IsChange => !IsRead || ChangesByGet;

    /// <summary>A GET that is to change something.</summary>
    public bool ChangesByGet => Method == "GET" && _count == 1 && (_segments[0] == "reset" || WledCommand.IsChange(_segments[0]));

    /// <summary>Like GET, but the answer's body stays here.</summary>
    public bool IsHead => Method == "HEAD";
}
