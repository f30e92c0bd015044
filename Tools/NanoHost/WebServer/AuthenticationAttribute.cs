namespace nanoFramework.WebServer;

/// <summary>Asks for authentication on a controller or a handler: "None", "Basic[:user password]" or "ApiKey[:key]".</summary>
[AttributeUsage(AttributeTargets.Method | AttributeTargets.Class)]
public class AuthenticationAttribute : Attribute
{
    public AuthenticationAttribute(string auth) => AuthenticationMethod = auth;

    public string AuthenticationMethod { get; set; }
}
