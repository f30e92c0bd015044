using System.Net.NetworkInformation;
using NanoFirmware.Drive;

namespace NanoFirmware.Network;

/// <content>What the platform has saved, and what it is to save.</content>
internal sealed partial class Hotspot
{
    /// <summary>The name from the next start on; null without a radio.</summary>
    public string SavedName => Saved() == null ? null : Saved().Ssid;

    /// <summary>Saves another name or password for the next start; what is saved already is not written again.</summary>
    /// <param name="name">1 to 31 bytes; null leaves it.</param>
    /// <param name="password">8 to 63 bytes; null leaves it.</param>
    public void Configure(string name, string password)
    {
        if (Has(name, password))
        {
            return;
        }

        // Changed in a copy of its own: what is remembered is what is saved, also when this save fails.
        WirelessAPConfiguration changed = Ask();
        changed.Ssid = name ?? changed.Ssid;
        changed.Password = password ?? changed.Password;
        Save(changed);
        NeedsRestart = true;
    }

    /// <summary>Whether a name and a password, as <see cref="Configure"/> takes them, are what is saved.</summary>
    public bool Has(string name, string password) =>
        (name ?? Saved().Ssid) == Saved().Ssid && (password ?? Saved().Password) == Saved().Password;

    /// <summary>Back to the name and the password of the first start, from the next one on.</summary>
    public void Reset()
    {
        if (Saved() != null)
        {
            Configure(FirstName(Mac), DefaultPassword);
        }
    }

    private WirelessAPConfiguration Saved()
    {
        _saved = _saved ?? Ask();
        return _saved;
    }

    private void Save(WirelessAPConfiguration changed)
    {
        using (StripRest.Begin())
        {
            changed.SaveConfiguration();
        }

        FlashWrites.Count++;
        _saved = changed;
    }
}
