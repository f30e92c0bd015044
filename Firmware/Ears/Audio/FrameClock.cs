using System.Threading;
using nanoFramework.Hardware.Esp32;

namespace NanoFirmware.Audio;

/// <summary>The metronome's understudy: paces frames by the µs clock while there is no microphone to do it.</summary>
internal sealed class FrameClock
{
    private const int MicrosecondsPerSecond = 1000000;
    private long _startUs;
    private int _frames;

    /// <summary>Begins to count from now.</summary>
    public void Restart()
    {
        _startUs = Now();
        _frames = 0;
    }

    /// <summary>
    /// Returns at the next 1/60 s, with the time. Gives way to other threads meanwhile and never sleeps: a tick is 10 ms here.
    /// A frame that is already past returns at once; after a stall of a quarter second the count starts anew.
    /// </summary>
    public long WaitForNextFrame()
    {
        _frames++;
        long due = _startUs + ((long)_frames * MicrosecondsPerSecond / Board.FrameRateHz);
        long now = Now();
        if (now - due > MicrosecondsPerSecond / 4)
        {
            Restart();
            return now;
        }

        while (now < due)
        {
            Thread.Sleep(0);
            now = Now();
        }

        return now;
    }

    private static long Now() => (long)HighResTimer.GetCurrent();
}
