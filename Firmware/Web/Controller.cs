namespace NanoFirmware.Web;

/// <summary>Answers whatever is asked of one name below /api.</summary>
internal abstract class Controller
{
    /// <summary>The piece of the path after /api.</summary>
    public string Name;

    /// <summary>It answers GET alone and has nothing below it.</summary>
    public bool IsReadOnly;

    /// <summary>Answers; whatever it says, it is an answer.</summary>
    public abstract void Handle(Request request, Reply reply);
}
