namespace nanoFramework.WebServer;

/// <summary>A path that a handler answers, with {names} for the segments that vary.</summary>
[AttributeUsage(AttributeTargets.Method, AllowMultiple = true)]
public class RouteAttribute : Attribute
{
    public RouteAttribute(string route) => Route = route;

    public string Route { get; set; }
}
