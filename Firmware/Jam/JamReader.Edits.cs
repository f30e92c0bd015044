namespace NanoFirmware.Jam;

/// <content>What a message leads to, a track's among them.</content>
internal sealed partial class JamReader
{
    private string TakeRows()
    {
        for (int track = 0; track < JamState.Tracks; track++)
        {
            for (int step = 0; step < JamState.Steps; step++)
            {
                Add((track * JamState.Steps) + step, _rows.Steps[(track * JamState.Steps) + step]);
            }

            if (Add(JamState.TrackCell + track, _rows.Tracks[track]) != null)
            {
                return TooMany;
            }
        }

        return null;
    }

    private string Add(int what, int value)
    {
        int stamp = _numbers[StampAt] == Absent ? 0 : _numbers[StampAt];
        int by = _numbers[ByAt] == Absent ? 0 : _numbers[ByAt];
        if (stamp > JamState.LastStamp || (stamp > 0 && (by < 1 || by > 254)))
        {
            return "stamp must be at most 8388607, and needs by from 1 to 254";
        }

        return Edits.Add(what, value, _hasOrigin ? _numbers[OriginAt] : 0, stamp, by) ? null : TooMany;
    }

    private bool IsUpTo(int number, int most) => _numbers[number] >= 0 && _numbers[number] <= most;

    private static string TooMany => "too many messages at once: send the rest in another body";

    private string JudgeTrack()
    {
        int volume = _numbers[VolumeAt] == Absent ? JamState.MostVelocity : _numbers[VolumeAt];
        if (!IsUpTo(TrackAt, JamState.Tracks - 1) || volume > JamState.MostVelocity)
        {
            return "track needs track from 0 to 7, and takes volume from 0 to 100, muted and solo";
        }

        return Add(JamState.TrackCell + _numbers[TrackAt], JamRows.TrackValue(volume, _muted == 1, _solo == 1));
    }
}
