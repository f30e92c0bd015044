using NanoFirmware.Documents;
using NanoFirmware.Rendering;

namespace NanoFirmware.Web;

/// <summary>
/// /api/text and /api/time: what grids tell. Nothing of it is stored: a device without a clock does not know the time after a
/// restart.
/// </summary>
internal sealed class NoticesController : Controller
{
    private const string TextAllowed = ", a text of 1 to 100 letters";
    private const string TimeAllowed = "the body must be {\"epoch\":…,\"tz\":…}: seconds since 1970, and a zone as POSIX writes "
        + "it, like CET-1CEST,M3.5.0,M10.5.0/3";

    private readonly Device _device;
    private readonly bool _isOfTime;

    public NoticesController(Device device, bool isOfTime)
    {
        _device = device;
        _isOfTime = isOfTime;
    }

    public override void Handle(Request request, Reply reply)
    {
        if (request.SegmentCount > 2)
        {
            reply.NotFound("unknown path: it has no parts");
        }
        else if (!request.IsRead && !request.IsWrite)
        {
            reply.MethodNotAllowed("GET, POST, PUT");
        }
        else if (request.IsRead || (_isOfTime ? TakeTime(request, reply) : TakeText(request, reply)))
        {
            Answer(reply);
        }
    }

    private bool TakeText(Request request, Reply reply)
    {
        string text = OneField.Read(request, reply, "text", TextAllowed);
        if (text == null)
        {
            return false;
        }

        if (text.Length == 0 || text.Length > Notices.MostLetters)
        {
            reply.Error(400, OneField.Rule("text", TextAllowed));
            return false;
        }

        _device.ChannelA.Layout.Notices.SetText(text);
        return true;
    }

    private bool TakeTime(Request request, Reply reply)
    {
        var json = new JsonReader();
        json.Begin(request.Body, request.BodyLength);
        int epoch = 0;
        string zoneName = "UTC0";
        bool isRight = json.Next() == JsonToken.BeginObject;
        while (isRight && json.Next() == JsonToken.Name)
        {
            if (json.Text == "epoch")
            {
                isRight = json.Next() == JsonToken.Integer && json.Integer > 0;
                epoch = json.Integer;
            }
            else
            {
                isRight = json.Text == "tz" && json.Next() == JsonToken.Text;
                zoneName = json.Text;
            }
        }

        isRight = isRight && epoch > 0 && json.Problem == null && json.Next() == JsonToken.End;
        PosixZone zone = isRight ? PosixZone.Read(zoneName) : null;
        if (zone == null)
        {
            reply.Error(400, json.Problem ?? TimeAllowed);
            return false;
        }

        _device.ChannelA.Layout.Notices.SetTime(epoch, zone, zoneName);
        return true;
    }

    private void Answer(Reply reply)
    {
        Notices notices = _device.ChannelA.Layout.Notices;
        reply.BeginObject();
        if (!_isOfTime)
        {
            reply.Field("text", notices.Text);
            reply.EndObject();
            return;
        }

        int second = notices.SecondOfDay();
        reply.Field("isSet", second >= 0);
        if (second >= 0)
        {
            reply.Field("epoch", notices.UtcS);
            reply.Field("tz", notices.ZoneName);
            reply.Field("secondOfDay", second);
        }

        reply.EndObject();
    }
}
