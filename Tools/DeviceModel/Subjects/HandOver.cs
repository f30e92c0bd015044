using System;
using System.Threading;

namespace NanoFirmware.Subjects;

/// <summary>
/// One thread wakes two workers 60 times a second, in the ways that platform.md compares. It compiles for the genuine
/// interpreter as it stands; there the table was measured.
/// </summary>
public sealed class HandOver
{
    private const int FrameUs = 16667;

    // How the waker waits for the next frame after it has set both events.
    private readonly bool _handshake;
    private readonly int _workUs;
    private readonly int _frames;
    private readonly AutoResetEvent _goA = new AutoResetEvent(false);
    private readonly AutoResetEvent _goB = new AutoResetEvent(false);
    private readonly AutoResetEvent _doneA = new AutoResetEvent(false);
    private readonly AutoResetEvent _doneB = new AutoResetEvent(false);
    private long _setAtUs;
    private long _frameAtUs;
    private bool _stop;

    private HandOver(bool handshake, int workUs, int frames)
    {
        _handshake = handshake;
        _workUs = workUs;
        _frames = frames;
    }

    /// <summary>µs from the setting of the events to the start of the first worker: sum and worst.</summary>
    public long StartSumUs;

    /// <summary>Worst of <see cref="StartSumUs"/>.</summary>
    public long StartMaxUs;

    /// <summary>µs from the setting of the events to the start of the second worker: sum.</summary>
    public long SecondStartSumUs;

    /// <summary>µs from the setting of the events to the end of both workers: sum and worst.</summary>
    public long DoneSumUs;

    /// <summary>Worst of <see cref="DoneSumUs"/>.</summary>
    public long DoneMaxUs;

    /// <summary>Frames whose work was over more than half a frame after the boundary.</summary>
    public int Late;

    /// <summary>Bursts that the busy thread finished.</summary>
    public int Bursts;

    /// <summary>Starts counted.</summary>
    public int Starts;

    /// <summary>Runs one way of handing over and returns what was measured.</summary>
    public static HandOver Run(
        bool handshake, int workUs, int frames, int analysisUs, bool busy, ThreadPriority ours, ThreadPriority theirs)
    {
        var it = new HandOver(handshake, workUs, frames);
        Start(it.WorkA, ours);
        Start(it.WorkB, ours);
        if (busy)
        {
            Start(it.Burst, theirs);
        }

        Thread.CurrentThread.Priority = ours;
        it.Wake(analysisUs);
        it._stop = true;
        return it;
    }

    private static void Start(ThreadStart body, ThreadPriority priority)
    {
        var thread = new Thread(body);
        thread.Priority = priority;
        thread.Start();
    }

    private static long NowUs() => DateTime.UtcNow.Ticks / 10;

    private static void Spin(int us)
    {
        long end = NowUs() + us;
        while (NowUs() < end)
        {
        }
    }

    private void Wake(int analysisUs)
    {
        long next = NowUs() + FrameUs;
        for (int frame = 0; frame < _frames; frame++)
        {
            while (NowUs() < next)
            {
                if (!_handshake)
                {
                    Thread.Sleep(0);
                }
            }

            _frameAtUs = next;
            next += FrameUs;
            if (analysisUs > 0)
            {
                Spin(analysisUs);
            }

            _setAtUs = NowUs();
            _goA.Set();
            _goB.Set();
            if (_handshake)
            {
                _doneA.WaitOne();
                _doneB.WaitOne();
                long now = NowUs();
                DoneSumUs += now - _setAtUs;
                if (now - _setAtUs > DoneMaxUs)
                {
                    DoneMaxUs = now - _setAtUs;
                }

                if (now - _frameAtUs > FrameUs / 2 + analysisUs + 2 * _workUs)
                {
                    Late++;
                }
            }
        }
    }

    private void WorkA()
    {
        while (!_stop)
        {
            _goA.WaitOne();
            long late = NowUs() - _setAtUs;
            Starts++;
            StartSumUs += late;
            if (late > StartMaxUs)
            {
                StartMaxUs = late;
            }

            Spin(_workUs);
            _doneA.Set();
        }
    }

    private void WorkB()
    {
        while (!_stop)
        {
            _goB.WaitOne();
            SecondStartSumUs += NowUs() - _setAtUs;
            Spin(_workUs);
            _doneB.Set();
        }
    }

    private void Burst()
    {
        while (!_stop)
        {
            Thread.Sleep(50);
            Spin(15000);
            Bursts++;
        }
    }
}
