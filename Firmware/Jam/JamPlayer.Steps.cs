namespace NanoFirmware.Jam;

/// <content>Where the loop is by now.</content>
internal sealed partial class JamPlayer
{
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
}
