using System.Net;
using System.Reflection;
using System.Text;
using HttpListenerRequest = NanoHost.Net.HttpListenerRequest;

namespace nanoFramework.WebServer;

/// <summary>The routes that the controllers' attributes name, in the order of their methods.</summary>
internal sealed class RouteTable
{
    private readonly List<CallbackRoutes> _routes = new();

    /// <exception cref="ArgumentException">An authentication attribute says something else than None, Basic or
    /// ApiKey.</exception>
    internal RouteTable(Type[] controllers)
    {
        foreach (Type controller in controllers)
        {
            Authentication? ofClass = AuthenticationOf(controller);
            foreach (MethodInfo method in controller.GetMethods())
            {
                Add(method, AuthenticationOf(method) ?? ofClass);
            }
        }
    }

    /// <summary>
    /// The routes that fit a request. One that the client may use because it authenticated itself comes before open ones, and one
    /// where it failed to keeps it out of the open ones that come later.
    /// </summary>
    internal RouteChoice Choose(HttpListenerRequest request, NetworkCredential? credential, string? apiKey)
    {
        var choice = new RouteChoice();
        foreach (
            CallbackRoutes route in _routes.Where(route => WebServer.IsRouteMatch(route, request.HttpMethod!, request.RawUrl!)))
        {
            choice.Consider(route, Check(route.Authentication, request, credential, apiKey));
        }

        return choice;
    }

    private static Access Check(
        Authentication? required, HttpListenerRequest request, NetworkCredential? credential, string? apiKey)
    {
        switch (required?.AuthenticationType ?? AuthenticationType.None)
        {
            case AuthenticationType.Basic:
                NetworkCredential? given = CredentialOf(request);
                NetworkCredential? wanted = required!.Credentials ?? credential;
                return given is null
                    ? Access.NoCredential
                    : Grant(wanted?.UserName == given.UserName && wanted.Password == given.Password);
            case AuthenticationType.ApiKey:
                string? key = request.Headers.GetValues("ApiKey")?[0];
                return key is null ? Access.NoKey : Grant(key == (required!.ApiKey ?? apiKey));
            default:
                return Access.Open;
        }
    }

    private static Access Grant(bool fits) => fits ? Access.Granted : Access.Failed;

    private static NetworkCredential? CredentialOf(HttpListenerRequest request)
    {
        string? header = request.Headers["Authorization"];
        if (header is null || !header.StartsWith("basic ", StringComparison.OrdinalIgnoreCase))
        {
            return null;
        }

        string[] parts = Encoding.UTF8.GetString(Convert.FromBase64String(header["basic ".Length..].Trim())).Split(':', 2);
        return parts.Length == 2 ? new NetworkCredential(parts[0], parts[1]) : null;
    }

    private static Authentication? AuthenticationOf(MemberInfo member) =>
        member.GetCustomAttribute<AuthenticationAttribute>() is { } attribute
            ? Authentication.Parse(attribute.AuthenticationMethod)
            : null;

    private void Add(MethodInfo method, Authentication? authentication)
    {
        foreach (RouteAttribute route in method.GetCustomAttributes<RouteAttribute>())
        {
            _routes.Add(new CallbackRoutes
            {
                Route = route.Route,
                Method = method.GetCustomAttribute<MethodAttribute>()?.Method ?? string.Empty,
                CaseSensitive = method.IsDefined(typeof(CaseSensitiveAttribute)),
                Authentication = authentication,
                Callback = method,
            });
        }
    }
}
