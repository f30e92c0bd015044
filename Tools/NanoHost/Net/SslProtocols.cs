namespace System.Net.Security;

/// <summary>Versions of TLS, by the device's name and values.</summary>
[Flags]
public enum SslProtocols
{
    None = 0,
    Tls = 192,
    Tls11 = 768,
    Tls12 = 3072,
    Tls13 = 12288,
}
