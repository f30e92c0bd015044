using System.Globalization;

namespace NanoFirmware.Generator;

/// <summary><c>sprite FILE [ROWS]</c>: writes the body of each frame into a file of its own beside the picture.</summary>
internal static class SpriteCommand
{
    private const string Usage =
        "usage: sprite FILE.gif|webp|png [ROWS] writes FILE.json, or FILE-0.json and so on for each frame, "
        + "for PUT /api/sprites/{name}";

    /// <summary>Runs it; the process's exit code.</summary>
    internal static int Run(string[] arguments)
    {
        int rows = 0;
        bool isKnown = arguments[0] == "sprite" && arguments.Length is 2 or 3;
        if (!isKnown || (arguments.Length == 3 && !int.TryParse(arguments[2], CultureInfo.InvariantCulture, out rows)))
        {
            Console.Error.WriteLine(Usage);
            return 1;
        }

        try
        {
            string[] bodies = SpriteSource.Bodies(arguments[1], rows);
            for (int frame = 0; frame < bodies.Length; frame++)
            {
                string path = Path.ChangeExtension(arguments[1], null) + (bodies.Length > 1 ? $"-{frame}" : "") + ".json";
                File.WriteAllText(path, bodies[frame]);
                Console.WriteLine(path);
            }

            return 0;
        }
        catch (Exception fault) when (fault is InvalidDataException or IOException)
        {
            Console.Error.WriteLine(fault.Message);
            return 1;
        }
    }
}
