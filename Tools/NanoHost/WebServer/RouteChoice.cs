namespace nanoFramework.WebServer;

/// <summary>What a route's authentication makes of a request.</summary>
internal enum Access
{
    Open,
    Granted,
    Failed,
    NoCredential,
    NoKey,
}

/// <summary>The routes that may answer one request.</summary>
internal sealed class RouteChoice
{
    private bool _granted;
    private bool _failed;
    private string? _realm;

    /// <summary>One is the answer, none is for CommandReceived, several are an error.</summary>
    internal List<CallbackRoutes> Matches { get; } = new();

    /// <summary>A route fits and this client may not use it.</summary>
    internal bool NeedsAuthentication { get; private set; }

    /// <summary>The route that asks for a user name; null when the client already gave a wrong one.</summary>
    internal string? Realm => _failed ? null : _realm;

    internal void Consider(CallbackRoutes route, Access access)
    {
        NeedsAuthentication |= access != Access.Open;
        switch (access)
        {
            case Access.Granted:
                if (!_granted)
                {
                    Matches.Clear();
                    _granted = true;
                }

                Matches.Add(route);
                break;
            case Access.Open when !_granted && !_failed:
                Matches.Add(route);
                break;
            case Access.Failed:
                _failed = true;
                break;
            case Access.NoCredential:
                _realm ??= route.Route;
                break;
        }
    }
}
