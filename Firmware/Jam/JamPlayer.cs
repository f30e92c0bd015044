using NanoFirmware.Audio;
using NanoFirmware.Rendering;

namespace NanoFirmware.Jam;

/// <summary>
/// Plays the loop on the clock of the samples: in each hop it asks where the loop is by now and lights what sounds. It takes no
/// lock, allocates nothing, and sends nothing.
/// </summary>
internal sealed class JamPlayer : FrameTask
{
    private const int HopUs = 1000000 / Board.FrameRateHz;

    // Further off than that hops were lost: then the time of the newest one holds at once.
    private const int FarUs = 50000;

    // How fast the count of hops follows the clock, in hops.
    private const int Patience = 16;

    private const int PlacesCount = 2;

    private readonly AudioThread _conductor;
    private readonly JamSession _session;
    private readonly JamControls _controls;
    private readonly JamNotes _notes;
    private readonly Channel[] _channels;
    private readonly JamLights[] _lights = new JamLights[PlacesCount];
    private long _playUs;
    private int _lastStep = -1;

    // While the session's time lies between these two, and neither of the others has changed, nothing new sounds.
    private long _fromUs;
    private long _untilUs;
    private int _knownTransport = -1;
    private int _knownOriginMs;
    private int _stepUs;
    private bool _isReplay;

    /// <param name="conductor">Runs it.</param>
    /// <param name="session">What is played.</param>
    /// <param name="controls">Where it is shown.</param>
    /// <param name="channels">A and B.</param>
    public JamPlayer(AudioThread conductor, JamSession session, JamControls controls, Channel[] channels)
    {
        _conductor = conductor;
        _session = session;
        _controls = controls;
        _channels = channels;
        _notes = new JamNotes();
        session.Hearer = _notes;
        MakeLights();
    }

    /// <summary>Records and replays; null for nobody.</summary>
    public JamReel Reel;

    /// <summary>Steps that it played.</summary>
    public int Steps;

    /// <summary>Makes what is shown on a strip, once it is to be shown there.</summary>
    public void MakeLights()
    {
        for (int i = 0; i < PlacesCount; i++)
        {
            bool isWanted = _controls.Values[JamControls.AIndex + i] != JamControls.Off && _channels[i].Output.Strip.IsWired;
            _lights[i] = isWanted && _lights[i] == null ? new JamLights(_channels[i]) : _lights[i];
        }
    }

    /// <inheritdoc/>
    public override void Run()
    {
        long heardUs = _conductor.Snapshot.CapturedUs;
        _playUs += HopUs;
        long offUs = heardUs - _playUs;
        _playUs += offUs > FarUs || offUs < -FarUs ? offUs : offUs / Patience;
        Play(_playUs);
    }

    /// <summary>Lights what sounds at that time.</summary>
    internal void Play(long nowUs)
    {
        JamReel reel = Reel;
        if (reel != null)
        {
            Play(nowUs, reel);
            return;
        }

        JamSession session = _session;
        JamNotes notes = _notes;
        bool areNotes = notes.Played != notes.Count;
        if (areNotes)
        {
            PlayNotes(notes, session.State);
        }

        if (PlayStep(session.State, session.Clock.SessionUs(nowUs), false) || areNotes)
        {
            Show();
        }
    }

    // The same where something may be recorded or replayed.
    private void Play(long nowUs, JamReel reel)
    {
        bool isReplay = reel.BeginFrame(nowUs);
        JamState state = isReplay ? reel.Loop : _session.State;
        bool isSounding = PlayNotes(_notes, state);
        if (isReplay)
        {
            isSounding = PlayNotes(reel.Notes, state) || isSounding;
        }

        // Another loop: what sounds in it already began before.
        bool isOther = isReplay != _isReplay || (isReplay && reel.IsAtStart);
        _isReplay = isReplay;
        long sinceUs = isReplay ? reel.SinceUs : _session.Clock.SessionUs(nowUs) + reel.NudgeUs;
        isSounding = PlayStep(state, sinceUs, isOther) || isSounding;
        reel.EndFrame(nowUs);
        if (isSounding)
        {
            Show();
        }
    }

    private bool PlayStep(JamState state, long sessionUs, bool isSilent)
    {
        int transport = state.Values[JamState.TransportCell];
        int originMs = state.OriginMs;
        bool isSame = transport == _knownTransport && originMs == _knownOriginMs;
        if (isSame && sessionUs < _untilUs && sessionUs >= _fromUs && !isSilent)
        {
            return false;
        }

        int stamp = state.Stamps[JamState.TransportCell];
        transport = state.Values[JamState.TransportCell];
        originMs = state.OriginMs;
        if ((transport & 1) == 0)
        {
            _lastStep = -1;
            _knownTransport = -1;
            return false;
        }

        if (stamp < 0 || stamp != state.Stamps[JamState.TransportCell])
        {
            // It is being changed right now: the next hop knows more.
            return false;
        }

        if (transport != _knownTransport)
        {
            _stepUs = JamTime.StepUs(transport >> 8);
        }

        int swing = (transport >> 1) & 127;
        long originUs = originMs * 1000L;
        int step = JamTime.StepAt(sessionUs - originUs, _stepUs, swing);
        _knownTransport = transport;
        _knownOriginMs = originMs;
        _fromUs = originUs + (step < 0 ? long.MinValue / 2 : JamTime.StartUs(step, _stepUs, swing));
        _untilUs = originUs + (step < 0 ? 0 : JamTime.StartUs(step + 1, _stepUs, swing));
        if (step == _lastStep || step < 0)
        {
            return false;
        }

        _lastStep = step;
        if (isSilent)
        {
            return false;
        }

        Steps++;
        return Hit(state.Values, step & (JamState.Steps - 1), state.Values[JamState.ColourCell] & 3);
    }

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
