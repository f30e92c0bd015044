namespace nanoFramework.WebServer;

/// <summary>The HTTP method that a handler answers.</summary>
[AttributeUsage(AttributeTargets.Method)]
public class MethodAttribute : Attribute
{
    public MethodAttribute(string method) => Method = method;

    public string Method { get; }
}
