using NanoFirmware.DeviceModel.Scenarios;

namespace NanoFirmware.DeviceModel.Faults;

/// <summary>
/// Ends a life as soon as it cannot be called survived any more, whatever the fault: nobody has to wait for the rest of it.
/// </summary>
internal sealed class FaultWatch
{
    // No row lets both strips stand still for longer.
    private const long DarkUs = 5_000_000;
    private const long LookUs = 500_000;

    private readonly ModelledBoard _board;

    internal FaultWatch(ModelledBoard board)
    {
        _board = board;
        Next();
    }

    /// <summary>Why the life was ended; null when it was not.</summary>
    internal string? GaveUp { get; private set; }

    private void Next() => _board.Clock.Schedule((_board.Clock.NowPs / 1_000_000) + LookUs, Look);

    private void Look()
    {
        GaveUp = Complaint();
        if (GaveUp == null)
        {
            Next();
        }
        else
        {
            _board.Scheduler.End();
        }
    }

    private string? Complaint()
    {
        if (_board.Scheduler.Deaths.Count > 0)
        {
            return "a thread ended by an exception: " + _board.Scheduler.Deaths[0];
        }

        if (_board.Record.Strips.Values.Any(s => s.Torn > 0))
        {
            return "a torn frame";
        }

        long now = _board.Clock.NowPs / 1_000_000;
        long last = _board.Record.Strips.Values.Select(s => s.StartUs.LastOrDefault()).DefaultIfEmpty(_board.BornUs).Max();
        return now - last > DarkUs ? "both strips stood still for five seconds" : null;
    }
}
