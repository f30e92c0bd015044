using NanoFirmware.Documents;

namespace NanoFirmware.Web;

/// <summary>The answer to a request: a document, and what HTTP says about it.</summary>
internal sealed class Reply : JsonWriter
{
    /// <summary>Greatest answer that is put together here, in bytes; anything longer is <see cref="SendLong"/>.</summary>
    public const int Capacity = 4096;

    public Reply()
        : base(Capacity)
    {
    }

    /// <summary>What is sent instead, piece by piece; null when the buffer holds all.</summary>
    public LongAnswer Long;

    /// <summary>HTTP status.</summary>
    public int Status;

    public string ContentType;

    /// <summary>Value of the Allow header of a 405, else null.</summary>
    public string Allow;

    /// <summary>Value of the Location header of a redirect, else null.</summary>
    public string Location;

    /// <summary>Pages of other sites may read it too.</summary>
    public bool ForAnyOrigin;

    /// <summary>Value of the Retry-After header in seconds; 0 leaves it out.</summary>
    public int RetryAfterS;

    /// <summary>Value of the Cache-Control header.</summary>
    public string CacheControl;

    /// <summary>Value of the Content-Encoding header, else null.</summary>
    public string ContentEncoding;

    /// <summary>Value of the ETag header, else null.</summary>
    public string Tag;

    /// <summary>Starts an empty 200 in JSON.</summary>
    public void Begin()
    {
        Clear();
        Long = null;
        Status = 200;
        ContentType = "application/json";
        Allow = null;
        Location = null;
        ContentEncoding = null;
        Tag = null;
        RetryAfterS = 0;
        ForAnyOrigin = false;
        CacheControl = "no-store";
    }

    /// <summary>Answers with more than the buffer holds.</summary>
    public void SendLong(LongAnswer answer, string contentType, string cacheControl)
    {
        Long = answer;
        ContentType = contentType;
        CacheControl = cacheControl;
    }

    /// <summary>Puts the next piece of <see cref="Long"/> into the buffer; false when it is the last.</summary>
    public bool WriteNextPiece()
    {
        NextPiece();
        return Long.WriteNext(this);
    }

    /// <summary>Replaces whatever was written by <c>{"error": …}</c>.</summary>
    /// <param name="status">4xx or 5xx.</param>
    /// <param name="sentence">What is wrong and what is allowed. Our words only, never the client's.</param>
    public void Error(int status, string sentence)
    {
        Begin();
        Status = status;
        BeginObject();
        Field("error", sentence);
        EndObject();
    }

    public void NotFound(string sentence) => Error(404, sentence);

    /// <summary>405 with the Allow header.</summary>
    public void MethodNotAllowed(string allow)
    {
        Error(405, "wrong method: use " + allow);
        Allow = allow;
    }

    /// <summary>302 to another place.</summary>
    public void Redirect(string location)
    {
        Begin();
        Status = 302;
        Location = location;
        ContentType = "text/plain";
    }
}
