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
    private int _knownTransport = -1;
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
        bool isReplay = reel != null && reel.BeginFrame(nowUs);
        JamState state = isReplay ? reel.Loop : _session.State;
        bool isSounding = PlayNotes(_notes, state);
        if (isReplay)
        {
            isSounding = PlayNotes(reel.Notes, state) || isSounding;
        }

        // Another loop: what sounds in it already began before.
        bool isOther = isReplay != _isReplay || (isReplay && reel.IsAtStart);
        _isReplay = isReplay;
        isSounding = PlayStep(state, isReplay ? reel.SinceUs : SessionUs(nowUs), isOther) || isSounding;
        if (reel != null)
        {
            reel.EndFrame(nowUs);
        }

        if (isSounding)
        {
            Show();
        }
    }

    private long SessionUs(long nowUs) => _session.Clock.SessionUs(nowUs) + (Reel == null ? 0 : Reel.NudgeUs);

    private bool PlayStep(JamState state, long sessionUs, bool isSilent)
    {
        int stamp = state.Stamps[JamState.TransportCell];
        int transport = state.Values[JamState.TransportCell];
        int originMs = state.OriginMs;
        if ((transport & 1) == 0)
        {
            _lastStep = -1;
            return false;
        }

        if (stamp != state.Stamps[JamState.TransportCell])
        {
            // It is being changed right now: the next hop knows more.
            return false;
        }

        if (transport != _knownTransport)
        {
            _knownTransport = transport;
            _stepUs = JamTime.StepUs(transport >> 8);
        }

        long sinceUs = sessionUs - (originMs * 1000L);
        int step = JamTime.StepAt(sinceUs, _stepUs, (transport >> 1) & 127);
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
        int soloes = 0;
        for (int track = 0; track < JamState.Tracks; track++)
        {
            soloes |= values[JamState.TrackCell + track] & JamState.Solo;
        }

        bool isHit = false;
        for (int track = 0; track < JamState.Tracks; track++)
        {
            int hit = values[(track * JamState.Steps) + step];
            int how = values[JamState.TrackCell + track];
            bool isHeard = hit >= JamState.On && (how & JamState.Mute) == 0 && (how & JamState.Solo) == soloes;
            int level = (hit & 127) * (how & 127) * 255 / 10000;
            if (isHeard && level > 0)
            {
                int colour = JamColours.OfTrack(track, mode);
                HitStrip(0, track, colour, level);
                HitStrip(1, track, colour, level);
                isHit = true;
            }
        }

        return isHit;
    }

    private void HitStrip(int strip, int track, int colour, int level)
    {
        JamLights lights = _lights[strip];
        int place = _controls.Values[JamControls.AIndex + strip];
        if (lights != null && place != JamControls.Off)
        {
            lights.Hit(track, colour, level, _controls.Values, place);
        }
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
