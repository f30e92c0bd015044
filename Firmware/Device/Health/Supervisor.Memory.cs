namespace NanoFirmware.Health;

/// <content>After memory ran short: what may have moved is opened anew.</content>
internal sealed partial class Supervisor
{
    /// <summary>
    /// A thread made something in one piece: were arrays moved for it, the very next frames know their new places.
    /// </summary>
    public void Took(int bytes)
    {
        Heap.Took(bytes);
        OpenWhatMayHaveMoved();
    }

    private void OpenWhatMayHaveMoved()
    {
        if (Heap.MayHaveMoved)
        {
            Heap.MayHaveMoved = false;
            _device.ChannelA.Output.Strip.OpenAnew();
            _device.ChannelB.Output.Strip.OpenAnew();
        }
    }
}
