using System;
using NanoFirmware.Control;
using NanoFirmware.Documents;
using NanoFirmware.Rendering;
using NanoFirmware.Storage;

namespace NanoFirmware.Web;

/// <summary>
/// /api/channel/{a|b}/layout/map: the layout in force as a map, and a map to hang the strip by, in pieces of at most 4 KB.
/// </summary>
internal sealed class MapExchange
{
    private readonly Device _device;
    private PieceRoom _room;
    private ChannelLayout _of;

    public MapExchange(Device device) => _device = device;

    /// <summary>Answers a request.</summary>
    /// <param name="request">GET reads; POST and PUT bring a piece that begins at ?offset=.</param>
    /// <param name="reply">Gets the map, or the layout once it is whole, or what is wrong.</param>
    /// <param name="layouts">The channels'.</param>
    /// <param name="index">Whose it is.</param>
    public void Handle(Request request, Reply reply, ChannelLayout[] layouts, int index)
    {
        ChannelLayout layout = layouts[index];
        if (request.IsRead)
        {
            reply.SendLong(new MapAnswer(layout), "application/json", "no-store");
        }
        else if (!request.IsWrite)
        {
            reply.MethodNotAllowed("GET, POST, PUT");
        }
        else
        {
            Take(request, reply, layout, index);
        }
    }

    private void Take(Request request, Reply reply, ChannelLayout layout, int index)
    {
        string problem = AddPiece(request, layout);
        bool isNothing = request.BodyLength == 0;
        if (problem == null && !_room.IsWhole && !isNothing)
        {
            reply.BeginObject();
            reply.Field("received", _room.Bytes.Length);
            reply.Field("whole", false);
            reply.EndObject();
            return;
        }

        var change = new LayoutChange(layout);
        problem = problem ?? Read(change);
        if (problem != null)
        {
            reply.Error(400, problem);
        }
        else if (change.IsPresent || (WriteGuard.Allows(_device.Budget, reply) && TryKeep(change, layout, index, reply)))
        {
            LayoutExchange.Answer(reply, layout);
        }
    }

    private string AddPiece(Request request, ChannelLayout layout)
    {
        string given = request.Parameter("offset");
        int offset = 0;
        if (given != null && (!int.TryParse(given, out offset) || offset < 0))
        {
            return "offset must be a whole number, where the piece begins";
        }

        if (offset == 0 || _room == null || _of != layout)
        {
            _room = new PieceRoom();
            _of = layout;
        }

        return _room.Add(request.Body, request.BodyStart, request.BodyLength, offset);
    }

    // Whatever becomes of it, it is not kept here any longer.
    private string Read(LayoutChange change)
    {
        byte[] bytes = _room.Bytes;
        _room = null;
        return MapDocument.Read(bytes, bytes.Length, out change.Map) ?? change.WantMap();
    }

    private bool TryKeep(LayoutChange change, ChannelLayout layout, int index, Reply reply)
    {
        change.Prepare();
        try
        {
            if (!change.Map.IsSame(layout.Map))
            {
                MapStore.Keep(index, change.Map);
            }
        }
        catch (Exception fault)
        {
            _device.Settings.Fail(fault.Message);
            reply.Error(500, "the drive does not take it: nothing has changed");
            return false;
        }

        change.Store();
        return true;
    }
}
