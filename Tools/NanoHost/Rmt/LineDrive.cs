namespace NanoHost.Rmt;

/// <summary>How a transmitter drives its pin.</summary>
/// <param name="Ticks">Length of a tick.</param>
/// <param name="Inverted">True when levels leave the chip inverted.</param>
/// <param name="IdleLevel">Level between transmissions, before inversion.</param>
/// <param name="Carrier">The level that a carrier chops, before inversion; null without a carrier.</param>
internal readonly record struct LineDrive(SymbolClock Ticks, bool Inverted, bool IdleLevel, bool? Carrier);
