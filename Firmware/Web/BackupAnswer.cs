using NanoFirmware.Documents;
using NanoFirmware.Panels;
using NanoFirmware.Storage;

namespace NanoFirmware.Web;

/// <summary>
/// Everything that was set as one document: all controls and the network's names first, then looks, jam and broker, sprites, what
/// panels show, and each preset, as far as this firmware knows what is in it.
/// </summary>
internal sealed class BackupAnswer : LongAnswer
{
    private const int Options = 3;

    private readonly Device _device;
    private readonly MapsWriter _maps;
    private bool _isBegun;
    private bool _hasState;
    private bool _hasPanels;
    private bool _isInPreset;
    private int _option;
    private int _sprite;
    private int _slot;

    // A value that is being written, longer than the buffer maybe.
    private JsonPart _part;
    private int _written;

    public BackupAnswer(Device device)
    {
        _device = device;
        _maps = new MapsWriter(
            new[] { device.ChannelA.Name, device.ChannelB.Name },
                new[] { device.ChannelA.Layout.Map, device.ChannelB.Layout.Map });
    }

    public override bool WriteNext(Reply reply)
    {
        if (!_isBegun)
        {
            _isBegun = true;
            reply.BeginObject();
            reply.Field("backup", BackupStore.Form);
            reply.Field("version", Board.Version);
            return true;
        }

        if (_part != null)
        {
            WritePart(reply);
            return true;
        }

        // Before what may ask for them.
        return _maps.WriteSome(reply) || WriteRest(reply);
    }

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

    private void WritePreset(Reply reply)
    {
        PresetDocument preset = _device.Presets.Document(_slot);
        if (preset == null)
        {
            reply.Value(null);
            return;
        }

        preset.Begin(reply);
        _isInPreset = true;
        if (preset.Panels != null)
        {
            reply.Name(PresetDocument.PanelsName);
            Begin(preset.Panels);
        }
    }

    // A sprite a piece, and then what panels show.
    private void WritePanels(Reply reply)
    {
        SpriteTable sprites = _device.Panels.Sprites;
        if (_sprite < sprites.Count)
        {
            if (_sprite == 0)
            {
                reply.Name(BackupStore.SpritesName);
                reply.BeginArray();
            }

            Begin(SpriteDocument.Of(sprites.At(_sprite)));
            _sprite++;
            return;
        }

        if (_sprite > 0)
        {
            reply.EndArray();
        }

        _hasPanels = true;
        JsonPart shown = _device.KeptPanels.Document(withGroups: true);
        if (shown != null)
        {
            reply.Name(PresetDocument.PanelsName);
            Begin(shown);
        }
    }

    private void Begin(JsonPart part)
    {
        _part = part;
        _written = 0;
    }

    private void WritePart(Reply reply)
    {
        _written += reply.Part(_part, _written);
        _part = _written < _part.Length ? _part : null;
    }

    // Those that are there and have something to tell.
    private void WriteOption(Reply reply, int number)
    {
        switch (number)
        {
            case 1:
                WriteOption(reply, "looks", _device.Settings.Looks);
                break;
            case 2:
                WriteOption(reply, "jam", _device.Settings.Jam);
                break;
            default:
                WriteOption(reply, "mqtt", _device.Reset.Option);
                break;
        }
    }

    private void WriteOption(Reply reply, string name, KeptOption option)
    {
        JsonPart part = option == null ? null : option.Document(isKept: false);
        if (part != null)
        {
            reply.Name(name);
            Begin(part);
        }
    }

    private void WriteState(Reply reply)
    {
        _device.State.WriteFields(reply);
        _device.State.WriteOptional(reply);
        reply.Name("wiring");
        reply.BeginObject();
        WiringDocument.WriteFields(reply, _device.Wirings.Wanted);
        reply.EndObject();
        if (_device.Station.Name != null)
        {
            reply.Name("network");
            reply.BeginObject();
            string hotspot = _device.Hotspot.SavedName;
            if (hotspot != null)
            {
                reply.Field("hotspotName", hotspot);
            }

            reply.Field("wifiName", _device.Station.Name);
            reply.EndObject();
        }
    }
}
