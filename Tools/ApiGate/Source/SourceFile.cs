namespace NanoFirmware.ApiGate.Source;

/// <summary>One source file: its path relative to the repository's root, with forward slashes, and its text.</summary>
public sealed record SourceFile(string Path, string Text)
{
    /// <summary>Every C# file under a folder of the repository, sorted by path; build output is left out.</summary>
    public static IReadOnlyList<SourceFile> Under(string root, string folder)
    {
        string full = System.IO.Path.Combine(root, folder);
        return !Directory.Exists(full)
            ? []
            : [.. Directory.EnumerateFiles(full, "*.cs", SearchOption.AllDirectories)
                .Select(path => System.IO.Path.GetRelativePath(root, path).Replace('\\', '/'))
                .Where(path => !path.Split('/').Any(part => part is "bin" or "obj"))
                .Order(StringComparer.Ordinal)
                .Select(path => new SourceFile(path, File.ReadAllText(System.IO.Path.Combine(root, path))))];
    }
}
