namespace nanoFramework.WebServer;

/// <summary>The route and its values keep their case.</summary>
[AttributeUsage(AttributeTargets.Method)]
public class CaseSensitiveAttribute : Attribute
{
}
