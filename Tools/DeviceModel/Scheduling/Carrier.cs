namespace NanoFirmware.DeviceModel.Scheduling;

/// <summary>
/// A PC thread that lends its stack to one thread of the device after the other: a day of requests is 700,000 of them.
/// </summary>
internal sealed class Carrier
{
    private readonly Baton _called = new();
    private Action? _life;

    internal Carrier() => new System.Threading.Thread(Run, 512 * 1024) { IsBackground = true, Name = "device thread" }.Start();

    /// <summary>
    /// Carries one thread's life, after those before have ended; one without a life is the last, and the PC thread ends.
    /// </summary>
    internal void Carry(Action? life)
    {
        _life = life;
        _called.Hand();
    }

    private void Run()
    {
        for (_called.Await(); _life is { } life; _called.Await())
        {
            life();
        }
    }
}
