using NanoFirmware.Storage;

namespace NanoFirmware.Web;

/// <summary>/api/security: whether changes need a key, and which. It goes in and never comes out.</summary>
internal sealed class SecurityController
{
    private readonly KeyLock _lock;

    public SecurityController(KeyLock keyLock) => _lock = keyLock;

    public void Handle(Request request, Reply reply)
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
        string key = OneField.Read(request, reply, "key", 0, KeyLock.MaxKey);
        if (key == null)
        {
            return false;
        }

        if (key.Length > 0 && !KeyLock.IsKey(key))
        {
            reply.Error(400, "key must have 4 to 64 characters from space to ~, no space at its ends, or none at all to remove it");
            return false;
        }

        _lock.Set(key);
        return true;
    }
}
