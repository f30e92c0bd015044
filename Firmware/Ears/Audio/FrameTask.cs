namespace NanoFirmware.Audio;

/// <summary>
/// What is to be done in each hop, on the audio thread, before anything is heard or when a snapshot was published; it neither
/// waits nor throws.
/// </summary>
internal abstract class FrameTask
{
    public abstract void Run();
}
