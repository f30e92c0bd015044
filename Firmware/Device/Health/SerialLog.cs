using System;

namespace NanoFirmware.Health;

/// <summary>
/// Says what the log notes on the USB serial line too, a line at a time: whoever has the board on a cable need not reach its
/// page. The runtime sends it to a debugger that is attached, and to nobody else (docs/platform.md).
/// </summary>
internal sealed class SerialLog
{
    private readonly EventLog _log;
    private readonly EventSentences _sentences;
    private int _said;

    public SerialLog(EventLog log, EventSentences sentences)
    {
        _log = log;
        _sentences = sentences;
    }

    /// <summary>Says the oldest event that was not said yet: never several at once, since the call holds every thread.</summary>
    public void SayNext()
    {
        _said = _said < _log.First ? _log.First : _said;
        if (_said < _log.Count)
        {
            int number = _said;
            _said++;
            Console.WriteLine(_log.SecondOf(number).ToString() + " s: " + _sentences.Of(number));
        }
    }
}
