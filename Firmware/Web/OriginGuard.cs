namespace NanoFirmware.Web;

/// <summary>
/// Keeps pages of other sites from changing anything through a visitor's browser: a browser says in Origin which page a change
/// comes from, and in Host by which name it knows the device. Scripts send no Origin and are not asked. A GET has no Origin, and
/// a page may forbid its browser to name it: there a browser must show that it comes from the device's own page.
/// </summary>
internal static class OriginGuard
{
    private const string Scheme = "http://";

    // Every browser's name for itself begins so, and no page can change it.
    private const string Browser = "Mozilla/";

    // Names that only a home's own router gives, so that no site of the internet can point its name at the device.
    private static readonly string[] HomeNames =
        { ".local", ".lan", ".home", ".home.arpa", ".internal", ".localdomain", ".fritz.box" };

    /// <summary>Whether a change is let in.</summary>
    /// <param name="host">The Host header; null when there is none.</param>
    /// <param name="origin">The Origin header; null when there is none.</param>
    public static bool Allows(string host, string origin)
    {
        if (origin == null)
        {
            return true;
        }

        string page = origin.ToLower();
        return host != null && page == Scheme + host.ToLower() && IsOurs(WithoutPort(host.ToLower()));
    }

    /// <summary>Whether a socket at another port than the page's is for that page: all but the port must be the same.</summary>
    public static bool AllowsSocket(string host, string origin)
    {
        if (origin == null)
        {
            return true;
        }

        string page = origin.ToLower();
        string name = host == null ? string.Empty : WithoutPort(host.ToLower());
        return page.StartsWith(Scheme) && WithoutPort(page.Substring(Scheme.Length)) == name && IsOurs(name);
    }

    /// <summary>Whether a request that is to change something is let in.</summary>
    public static bool Allows(Request request) =>
        Allows(request.Host, request.Origin) && (!request.ChangesByGet || request.Origin != null || IsFromHere(request));

    /// <summary>Whether a Host header names this device: an address, or a name that no site of the internet can have.</summary>
    public static bool IsOwn(string host)
    {
        string name = host.ToLower();
        return name.Length == 0 || name[0] == '[' || IsOurs(WithoutPort(name));
    }

    // Browsers say where they come from in Sec-Fetch-Site when the address is one they trust, and in Referer unless the page
    // forbids it.
    private static bool IsFromHere(Request request)
    {
        string site = request.FetchSite;
        if (site != null && site != "same-origin" && site != "none")
        {
            return false;
        }

        string host = request.Host == null ? string.Empty : request.Host.ToLower();
        if (request.Referer != null)
        {
            return IsOurs(WithoutPort(host)) && request.Referer.ToLower().StartsWith(Scheme + host + "/");
        }

        return site != null || request.Agent == null || !request.Agent.StartsWith(Browser);
    }

    // An address, a name without a dot, or a name of the home.
    private static bool IsOurs(string name)
    {
        if (name.IndexOf('.') < 0 || IsAddress(name))
        {
            return name.Length > 0;
        }

        for (int i = 0; i < HomeNames.Length; i++)
        {
            if (name.EndsWith(HomeNames[i]))
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsAddress(string name)
    {
        for (int i = 0; i < name.Length; i++)
        {
            if ((name[i] < '0' || name[i] > '9') && name[i] != '.')
            {
                return false;
            }
        }

        return true;
    }

    private static string WithoutPort(string host)
    {
        int colon = host.IndexOf(':');
        string name = colon < 0 ? host : host.Substring(0, colon);

        // A name may end with the dot of the root.
        return name.Length > 1 && name[name.Length - 1] == '.' ? name.Substring(0, name.Length - 1) : name;
    }
}
