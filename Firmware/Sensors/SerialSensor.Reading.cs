namespace NanoFirmware.Sensors;

/// <content>What has come, number by number, each at its time.</content>
internal sealed partial class SerialSensor
{
    private const int SecondUs = 1000000;
    private const int LongestStepUs = 1000000;

    private void Read(long nowUs)
    {
        long sinceUs = nowUs - _readUs;
        int elapsedUs = sinceUs < LongestStepUs ? (int)sinceUs : LongestStepUs;
        int waiting = _port.BytesToRead;
        Overruns += waiting >= RingBytes ? 1 : 0;
        int came = waiting - _left;
        int missing = _losses.MissingLines(came, elapsedUs);
        if (missing > 0)
        {
            // What is left of the line that was cut in two would make a number of its own.
            _dropped += missing;
            _line.SkipLine();
        }

        int length = waiting < PieceBytes ? waiting : PieceBytes;
        int count = length == 0 ? 0 : _port.Read(_bytes, 0, length);
        _left = waiting - count;
        _losses.Note(came, TakeNumbers(count, elapsedUs, nowUs), elapsedUs);
        _readUs = nowUs;
    }

    // Spread over the time in which they came.
    private int TakeNumbers(int count, int elapsedUs, long nowUs)
    {
        NumberLine line = _line;
        int[] numbers = _numbers;
        int found = 0;
        for (int at = line.Read(_bytes, 0, count); at >= 0; at = line.Read(_bytes, at, count))
        {
            int number = line.Value;
            numbers[found++] = number == NumberLine.Least ? NumberLine.Least + 1 : number;
        }

        _raw.Add(numbers, found, nowUs);
        Take(numbers, found, StepUs(found, elapsedUs), nowUs - LeftUs);
        return found;
    }

    // What a long hop left behind is read in the next: by the hop's own time it would have come all at once.
    private int StepUs(int found, int elapsedUs)
    {
        int linesPerSecond = _losses.LinesPerSecond;
        if (linesPerSecond > 0)
        {
            return SecondUs / linesPerSecond;
        }

        return found == 0 ? 0 : elapsedUs / found;
    }

    // How long ago the newest of what was read came, with so much still waiting behind it.
    private long LeftUs => _losses.BytesPerSecond == 0 ? 0 : (long)_left * SecondUs / _losses.BytesPerSecond;
}
