using System;
using NanoFirmware.Documents;
using NanoFirmware.Panels;
using NanoFirmware.Rendering;

namespace NanoFirmware.Storage;

/// <summary>
/// Panels over restarts and in presets: what they show in files of its own, since a picture is larger than all controls, and
/// each sprite in one. Kept when nothing changed for a while: what an app shows frame by frame is not worth a write.
/// </summary>
internal sealed class PanelStore
{
    /// <summary>The one that is not a preset's.</summary>
    public const int Present = 0;

    private const string FileName = "I:\\panels";
    private const string SpriteName = "I:\\sprite";
    private const int SavesOnEnd = 10;

    private readonly Channel[] _channels;
    private PanelSet _set;

    // By the sprites' places; made with the set.
    private Sprite[] _keptSprites;
    private WriteBudget _budget;
    private int _savedVersion;
    private int _seenVersion;
    private long _lastChangeMs;

    /// <param name="channels">Those whose layouts may be of panels.</param>
    public PanelStore(Channel[] channels) => _channels = channels;

    /// <summary>Told of what is lost.</summary>
    public SettingsKeeper Settings;

    /// <summary>The panels, made when somebody asks for them.</summary>
    public PanelSet Set
    {
        get
        {
            lock (_channels)
            {
                if (_set == null)
                {
                    _keptSprites = new Sprite[SpriteTable.Most];
                    _budget = new WriteBudget(SavesOnEnd);
                    _set = new PanelSet(_channels);
                }

                return _set;
            }
        }
    }

    /// <summary>Whether the drive holds anything of panels.</summary>
    public static bool IsKept
    {
        get
        {
            bool isKept = SafeFile.Exists(SpriteName + "0");
            for (int slot = Present; slot <= PresetStore.Most && !isKept; slot++)
            {
                isKept = SafeFile.Exists(FileName + slot.ToString());
            }

            return isKept;
        }
    }

    /// <summary>Whether anybody asked for them.</summary>
    public bool IsUsed => _set != null;

    /// <summary>Grows with every change.</summary>
    public int Version => _set == null ? 0 : _set.Version;

    /// <summary>There is something that a power cut would undo.</summary>
    public bool IsDirty => Version != _savedVersion;

    /// <summary>The layout may be another one: what panels show goes with them.</summary>
    public void Follow()
    {
        if (_set != null)
        {
            _set.Follow();
        }
    }

    /// <summary>What is shown now as a document; null where there are no panels, or nobody ever told them anything.</summary>
    /// <param name="withGroups">The groups too.</param>
    public JsonPart Document(bool withGroups)
    {
        PanelGeometry geometry = _set == null ? null : _set.Geometry;
        if (geometry == null)
        {
            return null;
        }

        var json = new JsonWriter(KeptPanels.MostBytes);
        KeptPanels.Write(json, _set, geometry, withGroups);
        return new JsonPart(json.Bytes, 0, json.Length);
    }

    /// <summary>
    /// Shows what a document tells; what is wrong, or null. For none nothing is shown of single panels any more.
    /// </summary>
    public string Show(JsonPart document)
    {
        PanelGeometry geometry = document == null && _set == null ? null : Set.Geometry;
        if (geometry == null)
        {
            return document == null ? null : "there are no panels";
        }

        if (document == null)
        {
            Set.Clear(geometry);
            return null;
        }

        return new PanelsChange(Set, geometry).Restore(document);
    }

    /// <summary>Brings back what was kept; whatever is missing or damaged is not there.</summary>
    public void Restore()
    {
        try
        {
            RestoreSprites();
            JsonPart kept = Load(Present);
            string problem = kept == null ? null : Show(kept);
            if (problem != null)
            {
                Settings.Fail("what panels showed was not brought back: " + problem);
            }
        }
        catch (Exception fault)
        {
            Settings.Fail(fault.Message);
        }

        _savedVersion = Version;
        _seenVersion = _savedVersion;
    }

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

    /// <summary>Keeps all sprites of a list of them, and forgets others. What is wrong, or null.</summary>
    public string TakeSprites(JsonPart list, bool onlyChecks)
    {
        var json = new JsonReader();
        json.Begin(list.Bytes, list.Start, list.Length);
        var read = new SpriteTable();
        JsonToken token = json.Next() == JsonToken.BeginArray ? json.Next() : JsonToken.Bad;
        for (; token == JsonToken.BeginObject; token = json.Next())
        {
            var sprite = new SpriteDocument(null);
            string problem = sprite.ReadMembers(json);
            if (problem != null || !read.TrySet(sprite.Sprite))
            {
                return problem ?? SpriteTable.TooMany;
            }
        }

        if (token != JsonToken.EndArray)
        {
            return json.Problem ?? "must be a list of sprites";
        }

        if (!onlyChecks)
        {
            Set.TakeSprites(read);
        }

        return null;
    }

    /// <summary>Nothing is shown of single panels, and nothing is kept of them but in presets.</summary>
    public void Reset()
    {
        if (_set != null)
        {
            _set.Reset();
            _savedVersion = Version;
            _seenVersion = _savedVersion;
            _keptSprites = new Sprite[SpriteTable.Most];
        }

        Delete(FileName + Present.ToString());
        for (int i = 0; i < SpriteTable.Most; i++)
        {
            Delete(SpriteName + i.ToString());
        }
    }

    private void RestoreSprites()
    {
        for (int i = 0; i < SpriteTable.Most; i++)
        {
            JsonPart kept = LoadFrom(SpriteName + i.ToString());
            var sprite = new SpriteDocument(null);
            if (kept != null && sprite.Read(kept.Bytes, kept.Start, kept.Length) == null && Set.Sprites.TrySet(sprite.Sprite))
            {
                _keptSprites[i] = sprite.Sprite;
            }
        }
    }

    private void KeepSprites()
    {
        SpriteTable sprites = _set.Sprites;
        for (int i = 0; i < SpriteTable.Most; i++)
        {
            Sprite sprite = i < sprites.Count ? sprites.At(i) : null;
            if (sprite == _keptSprites[i])
            {
                continue;
            }

            if (sprite == null)
            {
                Delete(SpriteName + i.ToString());
            }
            else
            {
                KeepIn(SpriteName + i.ToString(), SpriteDocument.Of(sprite), isAlone: false);
            }

            _keptSprites[i] = sprite;
        }
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
