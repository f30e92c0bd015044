namespace NanoFirmware.Audio;

/// <summary>What is to be done at the start of each frame, before the renderers are asked; it neither waits nor throws.</summary>
internal abstract class FrameTask
{
    public abstract void Run();
}
