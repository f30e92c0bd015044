namespace NanoFirmware.Mqtt;

/// <summary>What came of a question for a name.</summary>
internal enum NameAnswer
{
    /// <summary>Nobody said anything.</summary>
    None,

    /// <summary>It answers another question.</summary>
    NotOurs,

    /// <summary>Nobody has that name, or no address by it.</summary>
    NoSuchName,

    /// <summary>Whoever was asked could not say.</summary>
    Failed,

    /// <summary>Here it is.</summary>
    Found,
}
