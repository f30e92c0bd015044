namespace nanoFramework.WebServer;

/// <summary>The protocol a server speaks.</summary>
public enum HttpProtocol
{
    Http,
    Https,
}
