namespace NanoFirmware.Control;

/// <content>Controls by name.</content>
public abstract partial class ControlSet
{
    /// <summary>The controls' names in a row, for a sentence.</summary>
    public string Names
    {
        get
        {
            string names = Controls[0].Name;
            for (int i = 1; i < Controls.Length; i++)
            {
                names = names + ", " + Controls[i].Name;
            }

            return names;
        }
    }

    /// <summary>Index of the control with that name, or −1.</summary>
    public int IndexOf(string name)
    {
        for (int i = 0; i < Controls.Length; i++)
        {
            if (Controls[i].Name == name)
            {
                return i;
            }
        }

        return -1;
    }
}
