using NanoFirmware.Documents;

namespace NanoFirmware.Storage;

/// <content>Whether there is anything to bring back.</content>
internal sealed partial class BackupStore
{
    /// <summary>Whether all of it is as it says already, so that nothing needs to be written.</summary>
    public bool IsPresent
    {
        get
        {
            _state.Resolve();
            bool isPresent = _state.IsPresent
                && AreMapsPresent
                && _sprites == null
                && Looks.IsPresent
                && Jam.IsPresent
                && Mqtt.IsPresent
                && (_panels == null || JsonPart.AreSame(_panels, _store.Panels.Document(withGroups: true)))
                && (_wiring == null || _wiring.IsSame(_wirings.Wanted))
                && (_network == null || _radio.Station.Name == null || _network.IsSaved(_radio.Hotspot));
            for (int i = 0; isPresent && i < _given; i++)
            {
                isPresent = _store.Holds(i + 1, _presets[i]);
            }

            return isPresent;
        }
    }

    private bool AreMapsPresent
    {
        get
        {
            bool arePresent = true;
            for (int i = 0; i < _maps.Length; i++)
            {
                arePresent = arePresent && (_maps[i] == null || _maps[i].IsSame(_layouts[i].Map));
            }

            return arePresent;
        }
    }
}
