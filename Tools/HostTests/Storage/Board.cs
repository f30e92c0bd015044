using NanoHost;
using NanoHost.IO;

namespace NanoFirmware.HostTests.Storage;

/// <summary>A board whose drive is a folder of its own, gone with the test.</summary>
internal sealed class Board : IDisposable
{
    private readonly SimulatedBoard _board = SimulatedBoard.Install(new SimulatedBoard(new ManualClock()));

    internal FlashDrive Drive => _board.Storage;

    internal string PcPath(string name) => System.IO.Path.Combine(_board.StorageRoot, name);

    public void Dispose()
    {
        _board.Dispose();
    }
}
