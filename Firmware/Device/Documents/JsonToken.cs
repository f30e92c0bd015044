namespace NanoFirmware.Documents;

/// <summary>What <see cref="JsonReader"/> has just read.</summary>
internal enum JsonToken
{
    BeginObject,
    EndObject,
    BeginArray,
    EndArray,
    Name,
    Text,
    Integer,

    /// <summary>A text that is a colour in hexadecimal, where colours are looked for.</summary>
    Colour,

    /// <summary>A number with a fraction or an exponent, or one that is too large for an int.</summary>
    OtherNumber,
    True,
    False,
    Null,

    /// <summary>The document is complete.</summary>
    End,

    /// <summary>It is not JSON; <see cref="JsonReader.Problem"/> says why.</summary>
    Bad,
}
