namespace NanoFirmware.Jam;

/// <content>Notes that were played, and the lights' turn.</content>
internal sealed partial class JamPlayer
{
    private bool PlayNotes(JamNotes notes, JamState state)
    {
        bool isSounding = notes.Played != notes.Count;
        while (notes.Played != notes.Count)
        {
            int note = notes.Next();
            int velocity = note >> 8;
            note &= 127;
            if (velocity == 0)
            {
                continue;
            }

            int root = state.Root;
            int level = velocity * 255 / 127;
            level = JamColours.IsInScale(note, root, state.Scale) ? level : level / 3;
            int colour = JamColours.OfNote(note, state.ColourMode, root);
            for (int i = 0; i < PlacesCount; i++)
            {
                int place = _controls.Values[JamControls.AIndex + i];
                if (_lights[i] != null && place != JamControls.Off)
                {
                    _lights[i].PlayNote(note, colour, level, _controls.Values, place);
                }
            }
        }

        return isSounding;
    }

    private void Show()
    {
        for (int i = 0; i < PlacesCount; i++)
        {
            if (_lights[i] != null)
            {
                _lights[i].Show();
            }
        }
    }
}
