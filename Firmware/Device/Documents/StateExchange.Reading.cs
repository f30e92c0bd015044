namespace NanoFirmware.Documents;

/// <content>Documents that come in: a client's as a whole or not at all, a stored one as far as it is sound.</content>
internal sealed partial class StateExchange
{
    /// <summary>Reads a client's document and stores it, all or nothing. What is wrong, or null.</summary>
    /// <param name="bytes">UTF-8.</param>
    /// <param name="start">Where the document begins.</param>
    /// <param name="length">Its bytes.</param>
    public string Read(byte[] bytes, int start, int length) => Read(bytes, start, length, Tolerance.Nothing);

    /// <summary>The same for what another version may have kept.</summary>
    /// <param name="bytes">UTF-8.</param>
    /// <param name="start">Where the document begins.</param>
    /// <param name="length">Its bytes.</param>
    /// <param name="tolerance">What to do about that which this firmware does not take.</param>
    public string Read(byte[] bytes, int start, int length, Tolerance tolerance)
    {
        var json = new JsonReader();
        json.Begin(bytes, start, length);
        StateChange change = NewChange(tolerance);
        string problem = ReadGroups(json, change);
        if (problem == null && change.Count == 0)
        {
            problem = "no control given: use " + change.Names + ", each an object of controls";
        }

        problem = problem ?? change.Conflict();
        if (problem == null)
        {
            change.Apply();
        }

        return problem;
    }

    /// <summary>
    /// Reads what was stored, perhaps by another version, and takes over what is known and sound. What was not taken over, as a
    /// sentence; null when that is nothing.
    /// </summary>
    /// <param name="bytes">UTF-8.</param>
    /// <param name="start">Where the document begins.</param>
    /// <param name="length">Its bytes.</param>
    public string ReadStored(byte[] bytes, int start, int length)
    {
        var json = new JsonReader { IsLenient = true };
        json.Begin(bytes, start, length);
        StateChange change = NewChange(Tolerance.Anything);
        string problem = ReadGroups(json, change);
        change.Apply();
        if (problem != null)
        {
            return "not read to its end: " + problem;
        }

        return change.PassedOver == 0
            ? null
            : "not taken over: " + change.PassedOver.ToString() + " of its fields; " + change.FirstPassedOver;
    }
}
