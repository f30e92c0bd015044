namespace NanoFirmware.Storage;

/// <content>Part after part takes what was read.</content>
internal sealed partial class BackupStore
{
    private void Apply()
    {
        for (int i = 0; i < _maps.Length; i++)
        {
            if (_maps[i] != null && !_maps[i].IsSame(_layouts[i].Map))
            {
                MapStore.Keep(i, _maps[i]);
            }
        }

        _state.Apply();
        for (int i = 0; i < _maps.Length; i++)
        {
            // One that is not in force is there for when it is asked for.
            _layouts[i].Map = _maps[i] ?? _layouts[i].Map;
        }

        TakePanels();
        Looks.Take();
        Jam.Take();
        Mqtt.Take();
        _settings.Flush();
        for (int i = 0; i < _given; i++)
        {
            PresetDocument preset = _presets[i];
            if (preset == null)
            {
                _store.Delete(i + 1);
            }
            else if (!_store.Holds(i + 1, preset))
            {
                _store.Put(i + 1, preset);
            }
        }

        if (_wiring != null && !_wiring.IsSame(_wirings.Wanted))
        {
            _wirings.Keep(_wiring);
        }

        if (_network != null && _radio.Station.Name != null)
        {
            _network.Apply(_radio.Hotspot, _radio.Station);
        }
    }
}
