using System.Text;
using Microsoft.VisualStudio.TestTools.UnitTesting;
using NanoFirmware.Documents;

namespace NanoFirmware.HostTests.Firmware;

/// <summary>Names that are kept ready to be copied.</summary>
[TestClass]
public sealed class JsonNameTests
{
    [TestMethod]
    public void However_many_names_are_kept_ready_each_is_written_as_it_is()
    {
        int[] names = [.. Enumerable.Range(0, 60).Select(i => JsonWriter.NameOf("aNameToBeKept" + i))];
        var json = new JsonWriter(2048);
        json.BeginObject();
        for (int i = 0; i < names.Length; i++)
        {
            json.Field(names[i], i);
        }

        json.EndObject();

        string wanted = "{" + string.Join(",", Enumerable.Range(0, 60).Select(i => $"\"aNameToBeKept{i}\":{i}")) + "}";
        Assert.AreEqual(
            wanted, Encoding.ASCII.GetString(json.Bytes, 0, json.Length), "more names than the table has room for at first");
    }
}
