using System;

namespace NanoFirmware.Audio;

/// <content>A hop of the microphone's, of another device's, or of silence.</content>
internal sealed partial class AudioThread
{
    private const int RetryFrames = 5 * Board.FrameRateHz;

    protected override void Step()
    {
        try
        {
            if (Microphone == null)
            {
                Imagine();
            }
            else
            {
                Listen(Microphone);
            }
        }
        catch (Exception fault)
        {
            GiveUpMicrophone(fault);
        }
    }

    private void Listen(Microphone microphone)
    {
        microphone.Read();
        _snapshot.CapturedUs = microphone.CapturedUs;
        Task?.Run();
        bool isAsleep = IsAsleep && Sensor == null;
        bool isHeard = !isAsleep && !IsTold;
        if (isAsleep)
        {
            _analyzer.Silence(_snapshot);
            _snapshot.Onset = false;
            _snapshot.Beat = false;
            Publish();
        }
        else if (isHeard)
        {
            Analyze(microphone);
        }
        else
        {
            HearTold();
        }

        Player?.Run();
        Conduct(microphone.HopsWaiting >= HopsToCatchUp);
        Afterwards?.Run();
        if (isHeard)
        {
            // Once the light is on its way: nobody waits for it.
            Examine(microphone);
        }

        Done();
        if (microphone.HopsWaiting == 0)
        {
            RunPause();
        }
    }

    private void Analyze(Microphone microphone)
    {
        _analyzer.Analyze(microphone.Hop, microphone.Slots.Offset, microphone.Slots.Swapped, _snapshot);
        _beats.Track(_snapshot);
        _snapshot.PeakDb10 = Health.PeakDb10;
        Sensor?.Run();
        Publish();
    }

    private void Examine(Microphone microphone) => Health.Examine(
        microphone.Hop, microphone.Slots.Offset, microphone.Slots.Swapped, _analyzer.Bank, microphone.CapturedUs);

    // No microphone: silence at the frame clock's pace, and now and then another try.
    private void Imagine()
    {
        if (Wiring.IsOn && _framesUntilRetry-- <= 0)
        {
            _framesUntilRetry = RetryFrames;
            Microphone = new Microphone(Wiring);
            Health.Restart();
            return;
        }

        _snapshot.CapturedUs = _clock.WaitForNextFrame();
        Task?.Run();
        if (IsTold)
        {
            HearTold();
        }
        else
        {
            _analyzer.Silence(_snapshot);
            _beats.Track(_snapshot);
            Publish();
        }

        Player?.Run();
        Conduct(false);
        Afterwards?.Run();
        Done();
        RunPause();
    }

    private void HearTold()
    {
        ToldSound told = Told;
        _beats.IsPeakTold = told.NextHop();
        _analyzer.Take(told, _snapshot);
        _beats.Track(_snapshot);
        _beats.IsPeakTold = false;
        Publish();
    }

    private void GiveUpMicrophone(Exception fault)
    {
        Faults++;
        LastFault = fault.Message;
        Microphone failed = Microphone;
        Microphone = null;
        _lostBefore += failed == null ? 0 : failed.SamplesLost;
        _vanishedBefore += failed == null ? 0 : failed.HopsVanished;
        _framesUntilRetry = RetryFrames;
        _clock.Restart();
        failed?.Dispose();
    }
}
