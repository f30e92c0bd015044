using System;
using NanoFirmware.Documents;

namespace NanoFirmware.Storage;

/// <content>What is shown is kept once it rests.</content>
internal sealed partial class PanelStore
{
    /// <summary>Looks once, and keeps what there is when it is time.</summary>
    /// <param name="nowMs">Time since start.</param>
    /// <param name="quietMs">So long after the last change.</param>
    public void Step(long nowMs, int quietMs)
    {
        int version = Version;
        if (version == _savedVersion)
        {
            return;
        }

        if (version != _seenVersion)
        {
            _seenVersion = version;
            _lastChangeMs = nowMs;
        }
        else if (nowMs - _lastChangeMs >= quietMs && _budget.TryTake(nowMs))
        {
            Flush();
        }
    }

    /// <summary>Keeps what is not kept yet.</summary>
    public void Flush()
    {
        if (!IsDirty)
        {
            return;
        }

        int version = Version;
        _savedVersion = version;
        try
        {
            KeepSprites();
            JsonPart document = Document(withGroups: true);
            if (document != null && !JsonPart.AreSame(document, Load(Present)))
            {
                Keep(Present, document);
            }
        }
        catch (Exception fault)
        {
            Settings.Fail(fault.Message);
        }
    }
}
