using NanoFirmware.Storage;

namespace NanoFirmware.Web;

/// <summary>/api/security: whether changes need a key, and which. It goes in and never comes out.</summary>
internal sealed class SecurityController : Controller
{
    private const string KeyRule =
        ", 4 to 64 characters from space to ~ without a space at the ends, or none at all to remove the key";

    private readonly KeyLock _lock;
    private readonly WriteBudget _budget;

    public SecurityController(KeyLock keyLock, WriteBudget budget)
    {
        _lock = keyLock;
        _budget = budget;
    }

    public override void Handle(Request request, Reply reply)
    {
        if (request.SegmentCount > 2)
        {
            reply.NotFound("unknown path: /api/security has no parts");
            return;
        }

        if (!request.IsRead && !request.IsWrite)
        {
            reply.MethodNotAllowed("GET, POST, PUT");
            return;
        }

        if (request.IsWrite && !Store(request, reply))
        {
            return;
        }

        reply.BeginObject();
        reply.Field("keyIsSet", _lock.IsSet);
        reply.EndObject();
    }

    private bool Store(Request request, Reply reply)
    {
        string key = OneField.Read(request, reply, "key", KeyRule);
        if (key == null)
        {
            return false;
        }

        if (key.Length > 0 && !KeyLock.IsKey(key))
        {
            reply.Error(400, OneField.Rule("key", KeyRule));
            return false;
        }

        // What changes nothing is not written.
        if (_lock.Is(key))
        {
            return true;
        }

        if (!WriteGuard.Allows(_budget, reply))
        {
            return false;
        }

        _lock.Set(key);
        return true;
    }
}
