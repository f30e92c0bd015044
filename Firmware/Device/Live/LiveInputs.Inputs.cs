namespace NanoFirmware.Live;

/// <content>Which inputs there are.</content>
internal sealed partial class LiveInputs
{
    private void TellOrder()
    {
        bool isSenders = _first == null || _first.TakesOrder;
        _stage.Sent.IsGreenFirst = isSenders && Controls.Values[LiveControls.OrderIndex] == LiveControls.OrderGrb;
        _stage.Sent.IsRaw = isSenders && Controls.Values[LiveControls.RawIndex] != 0;
    }

    private LiveInput NewInput(int protocol)
    {
        LiveCanvas canvas = Canvas();
        _packet = _packet ?? new byte[PacketBytes];
        TellOrder();
        switch (protocol)
        {
            case LiveControls.DdpIndex:
                return new DdpInput(Controls, canvas);
            case LiveControls.E131Index:
                return new E131Input(Controls, canvas);
            case LiveControls.ArtNetIndex:
                _artNet = new ArtNetInput(Controls, canvas);
                return _artNet;
            case LiveControls.WledIndex:
                return new WledInput(Controls, canvas);
            case LiveControls.RgbIndex:
                return new RgbInput(Controls, canvas);
            default:
                return new Tpm2Input(Controls, canvas);
        }
    }
}
