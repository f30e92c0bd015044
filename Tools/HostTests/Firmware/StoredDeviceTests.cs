using System.Text;
using NanoFirmware.Storage;

namespace NanoFirmware.HostTests.Firmware;

/// <summary>A wired device whose drive outlives its restarts.</summary>
public abstract class StoredDeviceTests : IDisposable
{
    /// <summary>The end of a backup whose first preset is written out.</summary>
    private protected const string EmptySeven = ",null,null,null,null,null,null,null]}";

    private readonly string _storage = System.IO.Directory.CreateTempSubdirectory("nano-stored-").FullName;

    protected StoredDeviceTests() => Wired = new WiredDevice(_storage);

    private protected WiredDevice Wired { get; private set; }

    public void Dispose()
    {
        Wired.Dispose();
        System.IO.Directory.Delete(_storage, recursive: true);
        GC.SuppressFinalize(this);
    }

    private protected static void Plant(string name, string document)
    {
        var file = new SafeFile(name, 2048);
        Encoding.UTF8.GetBytes(document).CopyTo(file.Bytes, SafeFile.HeadBytes);
        file.Save(document.Length);
    }

    private protected void Restart(bool isFull = false)
    {
        Wired.Dispose();
        Wired = new WiredDevice(_storage);
        Wired.Flash.Full = isFull;
        Wired.Device.Restore();
    }
}
