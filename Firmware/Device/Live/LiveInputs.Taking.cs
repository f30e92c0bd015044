using NanoFirmware.Control;
using NanoFirmware.Outputs;

namespace NanoFirmware.Live;

/// <content>What requests and clients hand over.</content>
internal sealed partial class LiveInputs
{
    /// <summary>Hands single pixels over, as <see cref="HandedPicture.Put"/> does.</summary>
    public void Put(int output, byte[] pixels, bool[] isGiven)
    {
        LiveCanvas canvas = Canvas();
        lock (_making)
        {
            if (_picture == null)
            {
                var picture = new HandedPicture(_stage);
                _pictureInput = new HandedInput("json", Controls, canvas, picture.Frame, picture);
                _picture = picture;
            }
        }

        _picture.Put(output, pixels, isGiven);
        Begin();
    }

    /// <summary>Takes a message of one of the socket's clients, as <see cref="SocketPixels.Take"/> does.</summary>
    public void Take(object client, byte[] message, int length, int nowMs)
    {
        LiveCanvas canvas = Canvas();
        lock (_making)
        {
            if (_pixels == null)
            {
                var pixels = new SocketPixels(Controls, _stage.LedsTogether);
                _pixelsInput = new HandedInput("socket", Controls, canvas, pixels.Frame, null);
                _pixels = pixels;
            }
        }

        _pixels.Take(client, message, length, nowMs);
        Begin();
    }

    private void LookAtHanded(HandedInput input, int nowMs)
    {
        if (input == null)
        {
            return;
        }

        if (input.IsNew)
        {
            TakeIn(input, null, 0, nowMs);
        }

        input.Watch(nowMs);
        input.Measure(nowMs);
    }

    // While all strips show one picture, a part of them cannot be somebody else's.
    private int OutputsOf(LiveInput input)
    {
        bool isShared = _stage.Span != null || _stage.Link == MasterControls.SameOnBoth
            || _stage.Link == MasterControls.Continued;
        return isShared ? SentFrame.EveryOutput : input.Outputs;
    }
}
