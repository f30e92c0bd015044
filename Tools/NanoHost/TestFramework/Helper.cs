namespace nanoFramework.TestFramework;

/// <summary>What the launcher asks of a method's attributes.</summary>
public static class Helper
{
    /// <summary>A test with data rows runs once for each row, and not once more for its test attribute.</summary>
    public static object[] RemoveTestMethodIfDataRowExists(object[] attribs) =>
        attribs.Any(attribute => attribute is DataRowAttribute)
            ? attribs.Where(attribute => attribute is not TestMethodAttribute).ToArray()
            : attribs;
}
