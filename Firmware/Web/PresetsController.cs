using NanoFirmware.Storage;

namespace NanoFirmware.Web;

/// <summary>/api/presets: looks of the whole device, as many as the board keeps.</summary>
internal sealed class PresetsController : Controller
{
    private const string NameRule = ", " + PresetName.Allowed;

    private readonly PresetStore _presets;
    private readonly WriteBudget _budget;

    public PresetsController(PresetStore presets, WriteBudget budget)
    {
        _presets = presets;
        _budget = budget;
    }

    public override void Handle(Request request, Reply reply)
    {
        if (request.SegmentCount == 2)
        {
            HandleAll(request, reply);
            return;
        }

        int slot = _presets.SlotOf(request.Segment(2));
        if (slot == 0 || request.SegmentCount > 4)
        {
            reply.NotFound(
                slot == 0
                    ? "unknown slot: use 1 to " + _presets.Slots.ToString()
                    : "unknown path: use /api/presets/1, /recall or /name below it");
            return;
        }

        switch (request.Segment(3))
        {
            case null:
                HandleSlot(request, reply, slot);
                return;
            case "recall":
                HandleRecall(request, reply, slot);
                return;
            case "name":
                HandleName(request, reply, slot);
                return;
            default:
                reply.NotFound("unknown path: use /api/presets/1, /recall or /name below it");
                return;
        }
    }

    private void HandleAll(Request request, Reply reply)
    {
        if (!request.IsRead)
        {
            reply.MethodNotAllowed("GET");
            return;
        }

        AnswerAll(reply);
    }

    private void HandleSlot(Request request, Reply reply, int slot)
    {
        if (request.Method == "DELETE")
        {
            HandleDelete(reply, slot);
        }
        else if (!request.IsWrite)
        {
            reply.MethodNotAllowed("POST, PUT, DELETE");
        }
        else
        {
            HandleSave(request, reply, slot);
        }
    }

    // What the slot holds already is not written, and costs nothing of the budget.
    private void HandleSave(Request request, Reply reply, int slot)
    {
        string name = ReadName(request, reply, "name");
        if (name == null)
        {
            return;
        }

        PresetDocument preset = _presets.Present(name);
        if (!_presets.Holds(slot, preset))
        {
            if (!WriteGuard.Allows(_budget, reply))
            {
                return;
            }

            _presets.Put(slot, preset);
        }

        AnswerAll(reply);
    }

    private void HandleRecall(Request request, Reply reply, int slot)
    {
        if (!request.IsWrite)
        {
            reply.MethodNotAllowed("POST, PUT");
        }
        else if (!_presets.Recall(slot))
        {
            reply.Error(409, "this slot is empty");
        }
        else
        {
            AnswerAll(reply);
        }
    }

    private void HandleName(Request request, Reply reply, int slot)
    {
        if (!request.IsWrite)
        {
            reply.MethodNotAllowed("POST, PUT");
            return;
        }

        string name = ReadName(request, reply, "value");
        if (name == null)
        {
            return;
        }

        string present = _presets.NameOf(slot);
        if (present == null)
        {
            reply.Error(409, "this slot is empty");
        }
        else if (present == name)
        {
            AnswerAll(reply);
        }
        else if (WriteGuard.Allows(_budget, reply))
        {
            _presets.Rename(slot, name);
            AnswerAll(reply);
        }
    }

    // An empty slot takes no write to be emptied.
    private void HandleDelete(Reply reply, int slot)
    {
        if (_presets.NameOf(slot) != null)
        {
            if (!WriteGuard.Allows(_budget, reply))
            {
                return;
            }

            _presets.Delete(slot);
        }

        AnswerAll(reply);
    }

    private static string ReadName(Request request, Reply reply, string field)
    {
        string text = OneField.Read(request, reply, field, NameRule);
        string name = text == null ? null : PresetName.From(text);
        if (text != null && name == null)
        {
            reply.Error(400, OneField.Rule(field, NameRule));
        }

        return name;
    }

    // In one piece where it surely fits, so that the connection lasts.
    private void AnswerAll(Reply reply)
    {
        var list = new PresetList(_presets);
        if (!list.WriteNext(reply))
        {
            return;
        }

        reply.Begin();
        reply.SendLong(new PresetList(_presets), "application/json", "no-store");
    }
}
