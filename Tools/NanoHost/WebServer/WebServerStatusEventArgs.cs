namespace nanoFramework.WebServer;

/// <summary>A server's new status.</summary>
public class WebServerStatusEventArgs
{
    public WebServerStatusEventArgs(WebServerStatus status) => Status = status;

    public WebServerStatus Status { get; protected set; }
}
