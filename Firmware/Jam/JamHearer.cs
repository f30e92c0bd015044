namespace NanoFirmware.Jam;

/// <summary>Is told the notes of a jam as they are played.</summary>
internal abstract class JamHearer
{
    /// <param name="note">0–127.</param>
    /// <param name="velocity">1–127; 0 ends it.</param>
    public abstract void Play(int note, int velocity);
}
