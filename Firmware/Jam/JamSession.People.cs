namespace NanoFirmware.Jam;

/// <content>Who is there.</content>
internal sealed partial class JamSession
{
    /// <summary>Names of the clients here and of everybody else, one by one; null for no more.</summary>
    public string Person(int index)
    {
        if (index == 0)
        {
            return Name;
        }

        index--;
        for (int i = 0; i < _feedCount; i++)
        {
            if (_feeds[i].Name != null && index-- == 0)
            {
                return _feeds[i].Name;
            }
        }

        return index < People.Count ? People.Name(index) : null;
    }

    /// <summary>What others are told that it is called: its own name, and those of its clients.</summary>
    public string Names()
    {
        string names = Name;
        for (int i = 0; i < _feedCount; i++)
        {
            names = _feeds[i].Name == null ? names : names + ", " + _feeds[i].Name;
        }

        return names.Length > JamPeople.MostNameBytes / 2 ? names.Substring(0, JamPeople.MostNameBytes / 2) : names;
    }

    /// <summary>Somebody came, went or has another name.</summary>
    public void TellPeople()
    {
        Log.Add(JamLog.People, Own);
        for (int i = 0; i < _feedCount; i++)
        {
            _feeds[i].Introduce();
        }
    }
}
