using System.Diagnostics.CodeAnalysis;
using System.Net;
using System.Reflection;
using System.Net.Sockets;
using NanoHost.Web;
using HttpListenerContext = NanoHost.Net.HttpListenerContext;
using HttpListenerResponse = NanoHost.Net.HttpListenerResponse;

namespace nanoFramework.WebServer;

/// <summary>A request's way to its handler and the end of its response.</summary>
public partial class WebServer
{
    protected virtual void InvokeRoute(CallbackRoutes route, HttpListenerContext context)
    {
        UrlParameter[]? parameters = ExtractRouteParameters(route.Route, context.Request.RawUrl!, route.CaseSensitive);
        WebServerEventArgs arguments = parameters is null ? new(context) : new(context, parameters);

        // No instance, as on the device: a handler that is not static fails here, and at its first field there.
        route.Callback.Invoke(null, BindingFlags.DoNotWrapExceptions, null, new object[] { arguments }, null);
    }

    // What is no request never gets to a handler on the board either: its thread ends, and its socket stays with the listener.
    [SuppressMessage("Design", "CA1031", Justification = "A request's thread is a thread root: what a handler throws ends here.")]
    private void Serve(WebServers host, HttpListenerContext context)
    {
        try
        {
            if (context.Request.RawUrl is null)
            {
                return;
            }
        }
        catch (Exception)
        {
            return;
        }

        try
        {
            Answer(context);
            context.Close();
        }
        catch (Exception failure) when (failure is SocketException or ObjectDisposedException)
        {
            // The client left before its response was complete.
        }
        catch (Exception failure)
        {
            host.Threw(failure);
            Fail(context);
        }
    }

    private void Answer(HttpListenerContext context)
    {
        RouteChoice choice = _routes.Choose(context.Request, Credential, ApiKey);
        if (choice.Matches.Count == 1)
        {
            InvokeRoute(choice.Matches[0], context);
        }
        else if (choice.Matches.Count > 1)
        {
            context.Response.StatusCode = (int)HttpStatusCode.InternalServerError;
            OutputAsStream(
                context.Response, "Multiple matching callbacks: " + string.Join(", ", choice.Matches.Select(NameOf)) + ".");
        }
        else if (choice.NeedsAuthentication)
        {
            Refuse(context.Response, choice.Realm);
        }
        else if (CommandReceived is { } handler)
        {
            handler(this, new WebServerEventArgs(context));
        }
        else
        {
            context.Response.StatusCode = (int)HttpStatusCode.NotFound;
            context.Response.ContentLength64 = 0;
        }
    }

    private static void Refuse(HttpListenerResponse response, string? realm)
    {
        if (realm is not null)
        {
            response.Headers.Add("WWW-Authenticate", "Basic realm=\"Access to " + realm + "\"");
        }

        response.StatusCode = (int)HttpStatusCode.Unauthorized;
        response.ContentLength64 = 0;
    }

    private static string NameOf(CallbackRoutes route) => route.Callback.DeclaringType?.FullName + "." + route.Callback.Name;

    // As on the board: it is never closed, and the client waits.
    [SuppressMessage("Design", "CA1031", Justification = "The response may be half sent: there is nothing left to do.")]
    private static void Fail(HttpListenerContext context)
    {
        try
        {
            context.Response.StatusCode = (int)HttpStatusCode.InternalServerError;
            context.Response.ContentLength64 = 0;
        }
        catch (Exception)
        {
            // It was closed.
        }
    }
}
