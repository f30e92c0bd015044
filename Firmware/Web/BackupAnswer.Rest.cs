namespace NanoFirmware.Web;

/// <content>Everything behind the maps, one after the other.</content>
internal sealed partial class BackupAnswer
{
    private const int Options = 3;

    private bool WriteRest(Reply reply)
    {
        if (!_hasState)
        {
            _hasState = true;
            WriteState(reply);
            return true;
        }

        if (_option < Options)
        {
            _option++;
            WriteOption(reply, _option);
            return true;
        }

        if (_device.HasPanels && _device.KeptPanels.IsUsed && !_hasPanels)
        {
            WritePanels(reply);
            return true;
        }

        if (_slot == 0)
        {
            reply.Name("presets");
            reply.BeginArray();
        }

        if (_isInPreset)
        {
            _isInPreset = false;
            reply.EndObject();
        }

        if (_slot == _device.Presets.Slots)
        {
            reply.EndArray();
            reply.EndObject();
            return false;
        }

        _slot++;
        WritePreset(reply);
        return true;
    }
}
