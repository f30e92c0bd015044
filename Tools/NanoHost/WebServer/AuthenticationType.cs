namespace nanoFramework.WebServer;

/// <summary>How a client says who it is.</summary>
public enum AuthenticationType
{
    None,
    Basic,
    ApiKey,
}
