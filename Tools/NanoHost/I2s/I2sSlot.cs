namespace NanoHost.I2s;

/// <summary>Which half of a stereo frame: left comes first in the bytes that a read delivers, right second.</summary>
public enum I2sSlot
{
    Left,
    Right
}
