namespace NanoFirmware.HostTests.Simulator;

/// <summary>A folder for one test, gone after it.</summary>
internal sealed class TemporaryFolder : IDisposable
{
    internal TemporaryFolder() => Name = Directory.CreateTempSubdirectory("simulator-tests-").FullName;

    internal string Name { get; }

    internal string this[string file] => Path.Combine(Name, file);

    public void Dispose() => Directory.Delete(Name, recursive: true);
}
