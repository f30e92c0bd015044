namespace NanoFirmware.Web;

/// <content>The path's pieces, and what stands behind its question mark.</content>
internal sealed partial class Request
{
    /// <summary>Number of pieces of the path: 0 for "/", 2 for "/api/status".</summary>
    public int SegmentCount => _count;

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
}
