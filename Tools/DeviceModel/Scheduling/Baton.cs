namespace NanoFirmware.DeviceModel.Scheduling;

/// <summary>What a PC thread waits for until it is its turn.</summary>
internal sealed class Baton
{
    private readonly object _gate = new();
    private bool _here;

    internal void Hand()
    {
        lock (_gate)
        {
            _here = true;
            Monitor.Pulse(_gate);
        }
    }

    internal void Await()
    {
        lock (_gate)
        {
            while (!_here)
            {
                Monitor.Wait(_gate);
            }

            _here = false;
        }
    }
}
