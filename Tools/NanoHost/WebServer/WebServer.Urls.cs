using System.Globalization;

namespace nanoFramework.WebServer;

/// <summary>Routes and parameters as text.</summary>
public partial class WebServer
{
    /// <summary>The parameters after the question mark, not decoded; null when there is no question mark.</summary>
    /// <exception cref="ArgumentOutOfRangeException">A parameter without an equals sign stands last: the device fails just
    /// so.</exception>
    public static UrlParameter[]? DecodeParam(string parameter)
    {
        int at = parameter.IndexOf(ParamStart, StringComparison.Ordinal);
        if (at < 0)
        {
            return null;
        }

        var parameters = new List<UrlParameter>();
        while (at >= 0 && at < parameter.Length)
        {
            int equal = parameter.IndexOf(ParamEqual, at);
            if (equal < 0)
            {
                throw new ArgumentOutOfRangeException(nameof(parameter));
            }

            int next = parameter.IndexOf(ParamSeparator, equal);
            int end = next < 0 ? parameter.Length : next;
            parameters.Add(new UrlParameter { Name = parameter[(at + 1)..equal], Value = parameter[(equal + 1)..end] });
            at = next;
        }

        return parameters.ToArray();
    }

    /// <summary>Whether the method (GET when the route names none) and every segment of the path fit the route.</summary>
    public static bool IsRouteMatch(CallbackRoutes route, string method, string rawUrl) =>
        method == (string.IsNullOrEmpty(route.Method) ? "GET" : route.Method)
            && Match(route.Route, rawUrl, route.CaseSensitive) is not null;

    /// <summary>
    /// The values at the route's {names}; lower-cased with their names unless case-sensitive. Null when there are none.
    /// </summary>
    public static UrlParameter[]? ExtractRouteParameters(string route, string rawUrl, bool caseSensitive = false)
    {
        if (string.IsNullOrEmpty(route) || string.IsNullOrEmpty(rawUrl))
        {
            return null;
        }

        return Match(route, rawUrl, caseSensitive) is { Count: > 0 } parameters ? parameters.ToArray() : null;
    }

    private static List<UrlParameter>? Match(string route, string rawUrl, bool caseSensitive)
    {
        int query = rawUrl.IndexOf(ParamStart, StringComparison.Ordinal);
        string[] url = Segments(query > 0 ? rawUrl[..query] : rawUrl, caseSensitive);
        string[] expected = Segments(route, caseSensitive);
        if (url.Length != expected.Length)
        {
            return null;
        }

        var parameters = new List<UrlParameter>();
        for (int i = 0; i < url.Length; i++)
        {
            if (IsParameter(expected[i]) && url[i].Length > 0)
            {
                parameters.Add(new UrlParameter { Name = expected[i][1..^1], Value = url[i] });
            }
            else if (expected[i] != url[i])
            {
                return null;
            }
        }

        return parameters;
    }

    private static bool IsParameter(string segment) => segment.Length > 2 && segment[0] == '{' && segment[^1] == '}';

    private static string[] Segments(string path, bool caseSensitive)
    {
        string cased = caseSensitive ? path : path.ToLower(CultureInfo.InvariantCulture);
        return (cased.StartsWith('/') ? cased : "/" + cased).Split('/');
    }
}
