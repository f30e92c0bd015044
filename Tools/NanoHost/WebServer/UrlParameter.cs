namespace nanoFramework.WebServer;

/// <summary>A parameter of a URL by name and value.</summary>
public class UrlParameter
{
    public string Name { get; set; } = string.Empty;

    public string Value { get; set; } = string.Empty;
}
