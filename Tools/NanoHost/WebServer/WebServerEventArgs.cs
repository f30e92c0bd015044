using NanoHost.Net;

namespace nanoFramework.WebServer;

/// <summary>A request for a handler.</summary>
public class WebServerEventArgs
{
    public WebServerEventArgs(HttpListenerContext context) => Context = context;

    public WebServerEventArgs(HttpListenerContext context, UrlParameter[] routeParameters)
        : this(context) => RouteParameters = routeParameters;

    public HttpListenerContext Context { get; protected set; }

    /// <summary>The values at the route's {names}; null when it has none.</summary>
    public UrlParameter[]? RouteParameters { get; protected set; }

    /// <summary>The value at one of the route's {names}, whatever the name's case; null when there is none.</summary>
    public string? GetRouteParameter(string parameterName) => RouteParameters?
        .FirstOrDefault(parameter => string.Equals(parameter.Name, parameterName, StringComparison.OrdinalIgnoreCase))?.Value;
}
