using NanoFirmware.Panels;

namespace NanoFirmware.Web;

/// <summary>/api/sprites: small pictures by name, for panels.</summary>
internal sealed class SpritesController : Controller
{
    private readonly Device _device;

    public SpritesController(Device device) => _device = device;

    public override void Handle(Request request, Reply reply)
    {
        string name = request.Segment(2);
        if (request.SegmentCount > 3)
        {
            reply.NotFound("unknown path: use /api/sprites or /api/sprites/{name}");
        }
        else if (name == null)
        {
            HandleAll(request, reply);
        }
        else if (request.IsRead)
        {
            Answer(reply, _device.Panels.Sprites.Find(name));
        }
        else if (request.IsWrite)
        {
            Put(request, reply, name);
        }
        else if (request.Method == "DELETE")
        {
            Remove(reply, name);
        }
        else
        {
            reply.MethodNotAllowed("GET, POST, PUT, DELETE");
        }
    }

    private void HandleAll(Request request, Reply reply)
    {
        if (!request.IsRead)
        {
            reply.MethodNotAllowed("GET");
            return;
        }

        reply.BeginObject();
        SpriteDocument.WriteAll(reply, _device.Panels.Sprites);
        reply.EndObject();
    }

    private void Put(Request request, Reply reply, string name)
    {
        var document = new SpriteDocument(name);
        string problem = document.Read(request.Body, request.BodyStart, request.BodyLength);
        if (problem == null)
        {
            lock (_device.Panels.Changing)
            {
                problem = _device.Panels.Sprites.TrySet(document.Sprite) ? null
                    : SpriteTable.TooMany;
            }
        }

        if (problem != null)
        {
            reply.Error(400, problem);
            return;
        }

        Answer(reply, document.Sprite);
    }

    private void Remove(Reply reply, string name)
    {
        bool isRemoved;
        lock (_device.Panels.Changing)
        {
            isRemoved = _device.Panels.Sprites.Remove(name);
        }

        if (!isRemoved)
        {
            Answer(reply, null);
            return;
        }

        reply.BeginObject();
        SpriteDocument.WriteAll(reply, _device.Panels.Sprites);
        reply.EndObject();
    }

    private static void Answer(Reply reply, Sprite sprite)
    {
        if (sprite == null)
        {
            reply.NotFound("unknown sprite: PUT it first, or look at /api/sprites");
            return;
        }

        reply.SendLong(new PartAnswer(SpriteDocument.Of(sprite)), "application/json", "no-store");
    }
}
