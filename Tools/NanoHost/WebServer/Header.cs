namespace nanoFramework.WebServer;

/// <summary>A header by name and value.</summary>
public class Header
{
    public string? Name { get; set; }

    public string? Value { get; set; }
}
