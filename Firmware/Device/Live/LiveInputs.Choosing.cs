using NanoFirmware.Outputs;

namespace NanoFirmware.Live;

/// <content>Who is first among those that are there.</content>
internal sealed partial class LiveInputs
{
    private void Choose()
    {
        LiveInput first = null;
        for (int i = 0; i < _openCount; i++)
        {
            first = Before(_open[i].Input, first);
        }

        first = Before(_pictureInput, first);
        first = Before(_pixelsInput, first);
        bool isOther = first != _first;
        if (first != null && isOther)
        {
            _first?.Drop();
            _canvas.Clear();
        }

        _first = first;
        _firstPriority = first == null ? 0 : first.Priority;
        if (_stage.Sent == null)
        {
            return;
        }

        if (first != null && isOther)
        {
            TellOrder();
            first.Resume();
        }

        SwitchSent(first);
    }

    // From a sender's first whole frame on: the newest one before that is of somebody who is gone.
    private void SwitchSent(LiveInput first)
    {
        SentFrame sent = _stage.Sent;
        if (first == null)
        {
            _lastNumber = sent.Number;
        }
        else
        {
            sent.Outputs = OutputsOf(first);
        }

        sent.IsOn = first != null && (sent.IsOn || sent.Number != _lastNumber);
        int all = (1 << _stage.Leds.Length) - 1;
        _conductor.IsAsleep = sent.IsOn && (sent.Outputs & all) == all;
    }

    private static LiveInput Before(LiveInput input, LiveInput first) =>
        input != null && input.IsPicture && input.IsAlive && (first == null || IsBefore(input, first)) ? input : first;

    private static bool IsBefore(LiveInput one, LiveInput other) =>
        one.Priority > other.Priority || (one.Priority == other.Priority && one.Arrival - other.Arrival > 0);
}
