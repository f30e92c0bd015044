using System.Net;

namespace nanoFramework.WebServer;

/// <summary>What a route asks of its clients.</summary>
public class Authentication
{
    public Authentication() => AuthenticationType = AuthenticationType.None;

    public Authentication(NetworkCredential? credential)
    {
        AuthenticationType = AuthenticationType.Basic;
        Credentials = credential;
    }

    public Authentication(string apiKey)
    {
        AuthenticationType = AuthenticationType.ApiKey;
        ApiKey = apiKey;
    }

    public AuthenticationType AuthenticationType { get; }

    /// <summary>The user to be; null for the server's own.</summary>
    public NetworkCredential? Credentials { get; }

    public string? ApiKey { get; }

    /// <summary>Reads "None", "Basic", "Basic:user password", "ApiKey" or "ApiKey:key"; the case counts.</summary>
    /// <exception cref="ArgumentException">Anything else.</exception>
    internal static Authentication Parse(string method)
    {
        string[] parts = method.Split(':', 2);
        string? detail = parts.Length == 2 ? parts[1] : null;
        return parts[0] switch
        {
            "None" when detail is null => new Authentication(),
            "Basic" => new Authentication(detail is null ? null : User(detail)),

            // An empty key never falls back to the server's: an attribute without a key locks its route on the device too.
            "ApiKey" => new Authentication(detail ?? string.Empty),
            _ => throw new ArgumentException(
                "An authentication is None, Basic, Basic:user password, ApiKey or ApiKey:key.", nameof(method)),
        };
    }

    private static NetworkCredential User(string detail)
    {
        string[] parts = detail.Split(' ', 2);
        return parts.Length == 2
            ? new NetworkCredential(parts[0], parts[1])
            : throw new ArgumentException("A basic authentication is Basic:user password.", nameof(detail));
    }
}
