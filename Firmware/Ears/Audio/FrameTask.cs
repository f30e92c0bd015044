namespace NanoFirmware.Audio;

/// <summary>
/// What is to be done in each hop, on the audio thread, before anything is heard, when a snapshot was published or in a pause; it
/// neither waits nor throws.
/// </summary>
internal abstract class FrameTask
{
    public abstract void Run();
}
