namespace NanoFirmware.Control;

/// <summary>Prepares for the pattern with that index.</summary>
public delegate void PatternChoiceHandler(int pattern);
