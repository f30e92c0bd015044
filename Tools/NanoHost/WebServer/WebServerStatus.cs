namespace nanoFramework.WebServer;

/// <summary>What a server's status event tells.</summary>
public enum WebServerStatus
{
    Stopped,
    Running,
}
