using NanoFirmware.Documents;

namespace NanoFirmware.Web;

/// <content>Colours, part by part or as hexadecimal digits.</content>
internal sealed partial class WledCommand
{
    private void SetColour()
    {
        var colour = new WledColour();
        string whole = Value("cl");
        if (whole == null && Value("r") == null && Value("g") == null && Value("b") == null)
        {
            return;
        }

        colour.Begin(_only == 1 ? _device.ChannelB.Custom.Stops : _device.ChannelA.Custom.Stops);
        for (int part = 0; part < Parts.Length; part++)
        {
            int value = Value(Parts[part]) == null ? WledValue.None : Number(Value(Parts[part]), colour.Part(part), 255);
            colour.Set(part, value == WledValue.None ? colour.Part(part) : value);
            if (whole != null)
            {
                colour.Set(part, (int)(ColourOf(whole) >> ((Parts.Length - 1 - part) * 8)) & 255);
            }
        }

        for (int i = 0; i < WledPlan.Segments; i++)
        {
            if (IsMeant(i))
            {
                _plan.Channels[i].Paint(colour, Value("fx") != null, Value("fp") != null);
            }
        }
    }

    // "h00FF0010" or "#FF0010" in hexadecimal, else decimal; white, before red, is passed over.
    private static uint ColourOf(string text)
    {
        bool isHex = text.Length > 0 && (text[0] == 'h' || text[0] == '#');
        uint colour = 0;
        for (int i = isHex ? 1 : 0; i < text.Length; i++)
        {
            int digit = HexColour.Digit(text[i]);
            if (digit < 0 || (digit > 9 && !isHex))
            {
                break;
            }

            colour = (colour * (isHex ? 16u : 10u)) + (uint)digit;
        }

        return colour;
    }
}
