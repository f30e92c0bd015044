using NanoFirmware.Documents;
using NanoFirmware.Storage;

namespace NanoFirmware.Web;

/// <summary>
/// Everything that was set as one document: all controls and the network's names first, then looks, jam and broker, sprites, what
/// panels show, and each preset, as far as this firmware knows what is in it.
/// </summary>
internal sealed partial class BackupAnswer : LongAnswer
{
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
}
