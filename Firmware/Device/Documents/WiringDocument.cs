using NanoFirmware.Control;
using NanoFirmware.Rendering;

namespace NanoFirmware.Documents;

/// <summary>
/// A wiring as members of a JSON object, <c>"a": {…}, "b": {…}, "microphone": {…}, "pulse": {…}</c>, in and out.
/// </summary>
internal static class WiringDocument
{
    /// <summary>Greatest file that a wiring may come in.</summary>
    public const int MostBytes = 1024;

    /// <summary>Writes all of it into the object that is open.</summary>
    public static void WriteFields(JsonWriter json, Wiring wiring) => Exchange(wiring).WriteFields(json);

    /// <summary>
    /// Takes over what a document says, all or nothing, as far as each value is in range. What is wrong, or null; then
    /// <see cref="Wiring.Problem"/> is still to be asked.
    /// </summary>
    /// <param name="bytes">UTF-8.</param>
    /// <param name="start">Where the document begins.</param>
    /// <param name="length">Its bytes.</param>
    /// <param name="wiring">What it changes.</param>
    /// <param name="tolerance">What to do about that which this firmware does not take.</param>
    public static string Read(byte[] bytes, int start, int length, Wiring wiring, Tolerance tolerance) =>
        Exchange(wiring).Read(bytes, start, length, tolerance);

    /// <summary>
    /// The same for a whole file that a person wrote: in UTF-8, perhaps with the mark that editors on Windows put before it.
    /// </summary>
    public static string ReadFile(byte[] file, Wiring wiring)
    {
        if (file.Length > MostBytes)
        {
            return "it has more than " + MostBytes.ToString() + " bytes";
        }

        int start = file.Length > 2 && file[0] == 0xEF && file[1] == 0xBB && file[2] == 0xBF ? 3 : 0;
        return Read(file, start, file.Length - start, wiring, Tolerance.Nothing);
    }

    /// <summary>What the members of an object want of a wiring, which stays as it is until that is applied.</summary>
    public static StateChange ChangeOf(Wiring wiring) => Exchange(wiring).NewChange(Tolerance.Nothing);

    private static StateExchange Exchange(Wiring wiring) => new StateExchange(Wiring.Names, wiring.Groups, new CustomPalette[0]);
}
