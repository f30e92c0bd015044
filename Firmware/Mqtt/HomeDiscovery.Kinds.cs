namespace NanoFirmware.Mqtt;

/// <content>Which things there are, of which kind each is, and where its message goes.</content>
internal sealed partial class HomeDiscovery
{
    private const string Root = "homeassistant/";

    /// <summary>Whether there is such a thing now: buttons are for presets that are there.</summary>
    public bool IsThere(int thing)
    {
        if (thing >= FirstButton)
        {
            return _device.Presets.NameOf(thing - FirstButton + 1) != null;
        }

        bool isThere = thing != PresetSelect;
        for (int slot = 1; slot <= _device.Presets.Slots && !isThere; slot++)
        {
            isThere = _device.Presets.NameOf(slot) != null;
        }

        return isThere;
    }

    private string Key(int thing) => thing < FirstButton ? _keys[thing] : "preset_" + (thing - FirstButton + 1).ToString();

    private static string Platform(int thing)
    {
        if (thing >= FirstButton)
        {
            return "button";
        }

        if (thing <= LightMaster)
        {
            return "light";
        }

        return thing <= PresetSelect ? "select" : "sensor";
    }

    /// <summary>Where the message of all things goes.</summary>
    public string DeviceTopic => Root + "device/" + _topics.Id + "/config";

    /// <summary>Where the message of one goes.</summary>
    public string EntityTopic(int thing) => Root + Platform(thing) + "/" + _topics.Id + "/" + Key(thing) + "/config";
}
