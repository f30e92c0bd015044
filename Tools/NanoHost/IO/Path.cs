namespace NanoHost.IO;

/// <summary>Paths as the device writes them: a drive's letter and backslashes, on whatever PC.</summary>
public static class Path
{
    public static readonly char DirectorySeparatorChar = '\\';
    public static readonly char AltDirectorySeparatorChar = '/';
    public static readonly char VolumeSeparatorChar = ':';
    public static readonly char PathSeparator = ';';

    /// <summary>The only drive of the simulated board.</summary>
    internal const string Root = "I:\\";

    private const string Invalid = "\"<>|*?";

    private static readonly char[] Separators = { '\\', '/' };
    private static readonly char[] NameStarts = { '\\', '/', ':' };

    public static char[] GetInvalidPathChars() => GetInvalidFileNameChars().Except(NameStarts).ToArray();

    public static char[] GetInvalidFileNameChars() =>
        Enumerable.Range(0, 32).Select(code => (char)code).Concat(Invalid).Concat(NameStarts).ToArray();

    public static bool IsPathRooted(string path) => path.Length > 0 && (IsSeparator(path[0]) || HasDrive(path));

    public static string GetPathRoot(string path)
    {
        string drive = HasDrive(path) ? path[..2] : string.Empty;
        return IsPathRooted(path) ? drive + "\\" : string.Empty;
    }

    public static string Combine(string path1, string path2)
    {
        if (path1.Length == 0 || IsPathRooted(path2))
        {
            return path2;
        }

        string between = IsSeparator(path1[^1]) ? string.Empty : "\\";
        return path2.Length == 0 ? path1 : path1 + between + path2;
    }

    public static string GetFileName(string path) => path[(path.LastIndexOfAny(NameStarts) + 1)..];

    public static string GetExtension(string path)
    {
        string name = GetFileName(path);
        int dot = name.LastIndexOf('.');
        return dot < 0 || dot == name.Length - 1 ? string.Empty : name[dot..];
    }

    public static bool HasExtension(string path) => GetExtension(path).Length > 0;

    public static string GetFileNameWithoutExtension(string path)
    {
        string name = GetFileName(path);
        int dot = name.LastIndexOf('.');
        return dot < 0 ? name : name[..dot];
    }

    public static string ChangeExtension(string path, string? extension)
    {
        string stem = path[..^(GetFileName(path).Length - GetFileNameWithoutExtension(path).Length)];
        string dot = extension is null || extension.StartsWith('.') ? string.Empty : ".";
        return stem + dot + extension;
    }

    /// <summary>What is before the last name; null for a root.</summary>
    public static string? GetDirectoryName(string path)
    {
        string root = GetPathRoot(path);
        if (path.Length <= root.Length)
        {
            return null;
        }

        int cut = path.LastIndexOfAny(Separators);
        return cut < root.Length ? root : path[..cut];
    }

    /// <summary>
    /// A path from its drive's letter, without "." and "..", relative to the current directory where it names none.
    /// </summary>
    /// <exception cref="ArgumentException">The path is empty or holds what no path may.</exception>
    /// <exception cref="IOException">Its ".." lead out of the drive.</exception>
    public static string GetFullPath(string path)
    {
        if (string.IsNullOrEmpty(path) || path.AsSpan(HasDrive(path) ? 2 : 0).IndexOfAny(Invalid + ":\0") >= 0)
        {
            throw new ArgumentException("This is no path: " + path, nameof(path));
        }

        string drive = HasDrive(path) ? path[..2] : "I:";
        string rooted = IsPathRooted(path) ? path : Combine(Directory.GetCurrentDirectory(), path);
        string relative = HasDrive(rooted) ? rooted[2..] : rooted;
        var names = new List<string>();
        foreach (string name in relative.Split(Separators, StringSplitOptions.RemoveEmptyEntries).Where(name => name != "."))
        {
            if (name != "..")
            {
                names.Add(name);
            }
            else if (names.Count > 0)
            {
                names.RemoveAt(names.Count - 1);
            }
            else
            {
                throw new IOException(path + " leads out of its drive.");
            }
        }

        return drive + "\\" + string.Join('\\', names);
    }

    /// <summary>The names of a full path, without its drive.</summary>
    internal static string[] Names(string fullPath) => fullPath[2..].Split(Separators, StringSplitOptions.RemoveEmptyEntries);

    private static bool IsSeparator(char c) => c is '\\' or '/';

    private static bool HasDrive(string path) => path.Length >= 2 && path[1] == ':' && char.IsAsciiLetter(path[0]);
}
