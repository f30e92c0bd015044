namespace NanoFirmware.Flash;

/// <summary>One command of the way to the board.</summary>
/// <param name="Purpose">What it is for, as the subject of a sentence.</param>
/// <param name="Hint">What to do when it fails.</param>
/// <param name="Note">What a dry run says beside the command; empty for nothing.</param>
public sealed record FlashStep(string Program, string[] Arguments, string Purpose, string Hint, string Note = "")
{
    /// <summary>The command as it can be typed, with its note behind it.</summary>
    public override string ToString()
    {
        string command = string.Join(' ', Arguments.Prepend(Program).Select(Quoted));
        return Note.Length == 0 ? command : command + "    # " + Note;
    }

    private static string Quoted(string word) => word.Contains(' ') ? '"' + word + '"' : word;
}
