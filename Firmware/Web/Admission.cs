using System;
using System.Threading;
using NanoFirmware.Health;

namespace NanoFirmware.Web;

/// <summary>
/// Lets requests in, few at once and, under load, few a second; counts those it sends away. Checked before anything is
/// read or allocated, since the server has started a thread for each request already.
/// </summary>
internal sealed class Admission
{
    private const int AtOnce = 4;

    // One interpreter serves one request at a time: the second slot is for the moment when the first waits for its client.
    // It is made when it is needed for the first time, and stays: made again and again it would move what lies around it.
    private const int PatienceMs = 200;
    private const int WaitMs = 1000;

    // Under load a request takes so many ms out of a purse that fills by the clock: 12 a second, 8, 6, 4.
    private const int PurseMs = 500;
    private static readonly byte[] PriceMs = { 0, 80, 125, 160, 250 };

    private readonly AutoResetEvent _freed = new AutoResetEvent(false);
    private readonly Supervisor _supervisor;
    private readonly RequestSlot _first;
    private RequestSlot _second;
    private int _atWork;
    private int _purseMs = PurseMs;
    private long _filledMs;

    private readonly RequestCounts _counts;

    public Admission(Supervisor supervisor)
    {
        _supervisor = supervisor;
        _counts = supervisor.Requests;
        _first = new RequestSlot(supervisor);
    }

    /// <summary>True when a request may come in; then it must <see cref="Leave"/>.</summary>
    /// <param name="level">What is shed, 0 to 4; see <see cref="LoadGuard"/>.</param>
    /// <param name="isLate">The ears are about to lose sound: nobody comes in.</param>
    /// <param name="nowMs">The clock in ms.</param>
    public bool TryEnter(int level, bool isLate, long nowMs)
    {
        Interlocked.Increment(ref _counts.Arrived);
        if (Interlocked.Increment(ref _atWork) <= AtOnce && !isLate && Pays(PriceMs[level], nowMs))
        {
            return true;
        }

        Leave();
        Interlocked.Increment(ref _counts.Refused);
        return false;
    }

    public void Leave() => Interlocked.Decrement(ref _atWork);

    /// <summary>A free slot, waited for if need be; null when there is none within a second.</summary>
    public RequestSlot TakeSlot()
    {
        do
        {
            if (_first.TryTake())
            {
                return _first;
            }
        }
        while (_freed.WaitOne(PatienceMs, false));

        do
        {
            RequestSlot second = Second();
            if (second != null && second.TryTake())
            {
                return second;
            }

            if (_first.TryTake())
            {
                return _first;
            }
        }
        while (_freed.WaitOne(WaitMs, false));

        return null;
    }

    /// <summary>Gives a slot back to whoever waits for one.</summary>
    public void GiveBack(RequestSlot slot)
    {
        slot.Leave();
        _freed.Set();
    }

    private RequestSlot Second()
    {
        lock (_freed)
        {
            try
            {
                if (_second == null)
                {
                    _supervisor.Heap.Spend();
                    _second = new RequestSlot(_supervisor);
                }
            }
            catch (Exception)
            {
                // No memory: then there is one slot.
                return null;
            }

            return _second;
        }
    }

    private bool Pays(int priceMs, long nowMs)
    {
        if (priceMs == 0)
        {
            return true;
        }

        long sinceMs = nowMs - _filledMs;
        _filledMs = nowMs;
        int purse = _purseMs + (int)(sinceMs > PurseMs ? PurseMs : sinceMs);
        purse = purse > PurseMs ? PurseMs : purse;
        bool pays = purse >= priceMs;
        _purseMs = pays ? purse - priceMs : purse;
        return pays;
    }
}
