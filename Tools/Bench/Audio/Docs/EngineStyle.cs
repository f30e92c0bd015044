namespace NanoFirmware.Bench.Audio.Docs;

/// <summary>How an engine is called and coloured in the documentation.</summary>
internal sealed record EngineStyle(string Title, string Colour)
{
    internal static EngineStyle Of(string name) => name switch
    {
        "engine" => new EngineStyle("nanoFirmware", "#cf222e"),
        "wledPeak" => new EngineStyle("bin peak (WLED)", "#0969da"),
        "energyThreshold" => new EngineStyle("energy threshold", "#9a6700"),
        "tempoBank" => new EngineStyle("tempo bank (Emotiscope)", "#1a7f37"),
        _ => new EngineStyle(name, SvgDrawing.Ink),
    };
}
