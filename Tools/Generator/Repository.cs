namespace NanoFirmware.Generator;

/// <summary>Finds the project's top folder from wherever a tool or a test runs.</summary>
public static class Repository
{
    /// <exception cref="DirectoryNotFoundException">No folder above the program holds nanoFirmware.sln.</exception>
    public static string Root()
    {
        for (DirectoryInfo? folder = new(AppContext.BaseDirectory); folder != null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "nanoFirmware.sln")))
            {
                return folder.FullName;
            }
        }

        throw new DirectoryNotFoundException("nanoFirmware.sln is in no folder above " + AppContext.BaseDirectory);
    }
}
