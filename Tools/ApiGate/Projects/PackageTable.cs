namespace NanoFirmware.ApiGate.Projects;

/// <summary>One package of the pinned line.</summary>
/// <param name="Files">The assemblies in its lib folder, with their extensions.</param>
/// <param name="Needs">Ids of the packages that it needs in turn.</param>
public sealed record Package(string Id, string Version, string[] Files, string[] Needs);

/// <summary>The pinned line of packages: the versions that the lists describe and that fit one image.</summary>
public static class PackageTable
{
    private static readonly Lazy<Dictionary<string, Package>> Loaded = new(Load);

    public static IReadOnlyDictionary<string, Package> Packages => Loaded.Value;

    /// <summary>Whether a package brings an assembly of that name.</summary>
    public static bool Brings(string assembly) =>
        Packages.Values.Any(package => package.Files.Any(file => Path.GetFileNameWithoutExtension(file) == assembly));

    private static Dictionary<string, Package> Load()
    {
        using Stream stream = typeof(PackageTable).Assembly.GetManifestResourceStream("Packages")!;
        using var reader = new StreamReader(stream);
        var packages = new Dictionary<string, Package>();
        while (reader.ReadLine() is { } line)
        {
            if (!line.StartsWith('#'))
            {
                string[] halves = line.Split(" <- ");
                string[] words = halves[0].Split(' ');
                packages.Add(
                    words[0], new Package(words[0], words[1], words[2..], halves.Length > 1 ? halves[1].Split(' ') : []));
            }
        }

        return packages;
    }
}
