using System.Reflection;

namespace nanoFramework.WebServer;

/// <summary>One route and the handler behind it.</summary>
public class CallbackRoutes
{
    public MethodInfo Callback { get; set; } = null!;

    public string Route { get; set; } = string.Empty;

    /// <summary>The HTTP method; empty means GET.</summary>
    public string Method { get; set; } = string.Empty;

    public bool CaseSensitive { get; set; }

    public Authentication? Authentication { get; set; }
}
