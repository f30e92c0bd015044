using System.Text;
using Microsoft.VisualStudio.TestTools.UnitTesting;
using NanoFirmware.Documents;
using NanoFirmware.Jam;

namespace NanoFirmware.HostTests.Jam;

/// <summary>Says a message in JSON to a session.</summary>
internal static class JamWords
{
    /// <param name="session">Whose jam.</param>
    /// <param name="message">One message, or a list of them; none may be wrong.</param>
    /// <param name="source">The feed that it came by.</param>
    internal static void Do(JamSession session, string message, int source = JamSession.Own)
    {
        var reader = new JamReader(new JsonReader());
        byte[] bytes = Encoding.UTF8.GetBytes(message);
        Assert.IsNull(reader.Read(bytes, 0, bytes.Length), message);
        session.Do(reader.Edits, source, 0);
    }
}
