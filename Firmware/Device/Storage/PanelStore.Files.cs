using System;
using NanoFirmware.Documents;
using NanoFirmware.Panels;

namespace NanoFirmware.Storage;

/// <content>A document in a file, and out of one.</content>
internal sealed partial class PanelStore
{
    /// <summary>What a slot holds; null for nothing.</summary>
    /// <param name="slot"><see cref="Present"/>, or a preset's.</param>
    public JsonPart Load(int slot) => LoadFrom(FileName + slot.ToString());

    /// <summary>Keeps a document in a slot; null empties it.</summary>
    /// <exception cref="System.IO.IOException">The drive does not take it.</exception>
    public void Keep(int slot, JsonPart document)
    {
        if (document == null)
        {
            Delete(FileName + slot.ToString());
            return;
        }

        KeepIn(FileName + slot.ToString(), document, isAlone: slot != Present);
    }

    private JsonPart LoadFrom(string name)
    {
        if (!SafeFile.Exists(name))
        {
            return null;
        }

        var file = new SafeFile(name, KeptPanels.MostBytes);
        int length = file.Load();
        if (file.SetAside > 0)
        {
            Settings.Fail("a damaged file of panels was set aside as .bad");
        }

        return length < 0 ? null : new JsonPart(file.Bytes, SafeFile.HeadBytes, length);
    }

    // Twelve pictures take two blocks of the drive, which has 64: for each preset they are kept once.
    private static void KeepIn(string name, JsonPart document, bool isAlone)
    {
        var file = new SafeFile(name, KeptPanels.MostBytes);
        file.Load();
        Array.Copy(document.Bytes, document.Start, file.Bytes, SafeFile.HeadBytes, document.Length);
        if (isAlone)
        {
            file.KeepAlone(document.Length);
        }
        else
        {
            file.Keep(document.Length);
        }
    }

    private static void Delete(string name)
    {
        if (SafeFile.Exists(name))
        {
            new SafeFile(name, KeptPanels.MostBytes).Delete();
        }
    }
}
