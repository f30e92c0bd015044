using NanoFirmware.Documents;

namespace NanoFirmware.Storage;

/// <summary>
/// What a backup tells of something optional. Where that is not there yet, its file is written, which it reads once it is made.
/// </summary>
internal sealed class OptionalPart
{
    private JsonPart _told;
    private JsonPart _kept;
    private KeptOption _option;

    /// <param name="name">The member of the backup, and the file.</param>
    public OptionalPart(string name) => Name = name;

    public readonly string Name;

    /// <summary>Whether the backup tells of it.</summary>
    public bool IsGiven => _told != null;

    /// <summary>Bytes of it.</summary>
    public int Length => _kept == null ? 0 : _kept.Length;

    /// <summary>Whether all of it is as it is wanted, once that was checked.</summary>
    public bool IsPresent => _kept == null || JsonPart.AreSame(_kept, _option.Document(isKept: true));

    /// <summary>Reads the value behind its name. What is wrong, or null.</summary>
    public string Read(JsonReader json)
    {
        _told = json.ReadPart();
        _kept = _told;
        return _told != null && _told.Bytes[_told.Start] == '{' ? null : "must be an object";
    }

    /// <summary>Checks what was read, once it is there. What is wrong, or null.</summary>
    public string Check(KeptOption option)
    {
        var resolved = new JsonWriter(SafeFile.DocumentBytes);
        _option = option;
        string problem = option.Restore(_told, resolved);
        _kept = new JsonPart(resolved.Bytes, 0, resolved.Length);
        return problem == null ? null : "in " + Name + ": " + problem;
    }

    /// <summary>Writes it into the backup that is open, if it is given.</summary>
    public void Write(JsonWriter document)
    {
        if (_kept != null)
        {
            document.Name(Name);
            document.Part(_kept, 0);
        }
    }

    /// <summary>Takes it over, if it is given.</summary>
    /// <exception cref="System.IO.IOException">The drive does not take it.</exception>
    public void Take()
    {
        if (_kept != null && _option != null)
        {
            _option.Restore(_told, null);
        }
        else if (_kept != null)
        {
            var file = new SafeFile("I:\\" + Name, SafeFile.NewRoom());
            file.Load();
            var document = new JsonWriter(file.Bytes, SafeFile.HeadBytes);
            document.Part(_kept, 0);
            file.Keep(document.Length);
        }
    }
}
