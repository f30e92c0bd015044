namespace NanoFirmware.Jam;

/// <content>The lights, and a step that sounds on them.</content>
internal sealed partial class JamPlayer
{
    private bool Hit(int[] values, int step, int mode)
    {
        // As constants: a loop would take four times as long.
        const int First = JamState.TrackCell;
        int soloes = values[First] | values[First + 1] | values[First + 2] | values[First + 3] | values[First + 4]
            | values[First + 5] | values[First + 6] | values[First + 7];
        soloes &= JamState.Solo;
        int[] controls = _controls.Values;
        JamLights a = controls[JamControls.AIndex] == JamControls.Off ? null : _lights[0];
        JamLights b = controls[JamControls.AIndex + 1] == JamControls.Off ? null : _lights[1];
        bool isHit = false;
        for (int track = 0; track < JamState.Tracks; track++)
        {
            int hit = values[step];
            step += JamState.Steps;
            if (hit < JamState.On)
            {
                continue;
            }

            int how = values[First + track];
            int level = (hit & 127) * (how & 127) * 255 / 10000;
            if (level == 0 || (how & JamState.Mute) != 0 || (how & JamState.Solo) != soloes)
            {
                continue;
            }

            isHit = true;
            int colour = JamColours.OfTrack(track, mode);
            if (a != null)
            {
                a.Hit(track, colour, level, controls, controls[JamControls.AIndex]);
            }

            if (b != null)
            {
                b.Hit(track, colour, level, controls, controls[JamControls.AIndex + 1]);
            }
        }

        return isHit;
    }

    /// <summary>Makes what is shown on a strip, once it is to be shown there.</summary>
    public void MakeLights()
    {
        for (int i = 0; i < PlacesCount; i++)
        {
            bool isWanted = _controls.Values[JamControls.AIndex + i] != JamControls.Off && _channels[i].Output.Strip.IsWired;
            _lights[i] = isWanted && _lights[i] == null ? new JamLights(_channels[i]) : _lights[i];
        }
    }
}
