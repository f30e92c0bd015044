using nanoFramework.Hardware.Esp32;

namespace NanoFirmware.Audio;

/// <content>What follows a hop: its snapshot, its frames, and what waits for them.</content>
internal sealed partial class AudioThread
{
    private const int HopUs = 1000000 / Board.FrameRateHz;

    // A renderer that takes longer than three frames is left behind for this frame.
    internal const int AnswerTimeoutMs = 50;

    private void Conduct(bool behind)
    {
        _leftOut = (behind || HalfRate) && !_leftOut;
        if (_leftOut)
        {
            for (int i = 0; i < _signals.Length; i++)
            {
                _signals[i].Skipped++;
            }

            return;
        }

        ConductFrame();
    }

    private void ConductFrame()
    {
        for (int i = 0; i < _signals.Length; i++)
        {
            _signals[i].Raise();
        }

        for (int i = 0; i < _signals.Length; i++)
        {
            _signals[i].WaitForAnswer(AnswerTimeoutMs);
        }
    }

    private void Publish()
    {
        _snapshot.Sequence++;
        if (_snapshot.Onset)
        {
            _snapshot.Onsets++;
        }

        if (_snapshot.Beat)
        {
            _snapshot.Beats++;
        }

        _exchange.Publish(_snapshot);
        Snapshots++;
        Report?.Run();
    }

    private void Done()
    {
        _doneUs = (long)HighResTimer.GetCurrent();
        Busy.Worked(_snapshot.CapturedUs, _doneUs);
    }

    // Not when another thread had its turn in between, so that the next hop is there already.
    private void RunPause()
    {
        FrameTask pause = Pause;
        if (pause != null && (long)HighResTimer.GetCurrent() - _snapshot.CapturedUs < HopUs)
        {
            pause.Run();
        }
    }
}
