using NanoFirmware.DeviceModel.Runtime;

namespace NanoFirmware.DeviceModel.Scheduling;

/// <content>Threads of the device on threads of the host: one runs at a time, and hands the baton on.</content>
internal sealed partial class Scheduler
{
    /// <summary>Creates a thread and puts it in line.</summary>
    internal GreenThread Start(string name, int priority, Action body)
    {
        var thread = new GreenThread(++_lastId, name, priority);
        Threads.Add(thread);
        if (!_idle.TryPop(out Carrier? carrier))
        {
            carrier = new Carrier();
            _carriers.Add(carrier);
        }

        carrier.Carry(() => Carry(carrier, thread, body));
        Enqueue(thread);
        return thread;
    }

    // One thread after the other leaves its code by an exception, so that nothing runs beside the report.
    private void Unwind()
    {
        Meter.Grant(-1, Expired);
        GreenThread? last = Running;
        foreach (GreenThread thread in Threads.OrderBy(t => t == last ? 0 : 1).ToArray())
        {
            thread.Hand();
            thread.Gone.Await();
        }

        foreach (Carrier carrier in _carriers)
        {
            carrier.Carry(null);
        }

        Running = null;
        Meter.Restart();
    }

    private void Carry(Carrier carrier, GreenThread thread, Action body)
    {
        thread.AwaitBaton();
        Live(carrier, thread, body);
        thread.Gone.Hand();
    }

    private void Live(Carrier carrier, GreenThread thread, Action body)
    {
        try
        {
            ThrowIfEnded();
            body();
            Settle();
        }
        catch (RunEndedException)
        {
            return;
        }
#pragma warning disable CA1031 // An unhandled exception ends its thread without a word, on the device too: the report names it.
        catch (Exception e)
#pragma warning restore CA1031
        {
            thread.Death = e;
            Deaths.Add(thread.Name + ": " + e.Message);
        }

        if (!Ended)
        {
            thread.State = GreenState.Ended;
            thread.Finished.Set();
            if (ForgetsEnded)
            {
                Threads.Remove(thread);
            }

            Running = null;

            // It has nothing more to do than to say that it is gone: another thread of the device may have it.
            _idle.Push(carrier);
            Choose()?.Hand();
        }
    }
}
