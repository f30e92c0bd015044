namespace NanoFirmware.ApiGate;

/// <summary>The names of the rules, as violations carry them.</summary>
public static class Rules
{
    /// <summary>The device's compiler refuses the source, or warns.</summary>
    public const string Compiler = "device-compiler";

    /// <summary>The firmware asks where it runs.</summary>
    public const string OneFirmware = "one-firmware";

    /// <summary>A type or member that no list holds.</summary>
    public const string Unlisted = "unlisted";

    public const string Generic = "generic";

    public const string Array = "array";

    public const string Unsafe = "unsafe";

    public const string Volatile = "volatile";

    public const string Modifier = "modifier";

    public const string Struct = "struct";

    public const string Interface = "interface";

    public const string StateMachine = "state-machine";

    public const string Record = "record";

    public const string Native = "native";

    public const string Delegate = "delegate";

    public const string Checked = "checked";

    /// <summary>An instruction that the device's interpreter refuses.</summary>
    public const string Instruction = "instruction";

    /// <summary>A static initialiser leans on another's.</summary>
    public const string Initialisation = "initialisation";

    /// <summary>A method that the device takes for the override of a virtual one.</summary>
    public const string Hiding = "hiding";

    public const string Attribute = "attribute";

    /// <summary>Code that a language version above 10 leaves behind.</summary>
    public const string LanguageVersion = "language-version";

    /// <summary>A device project file is missing or broken.</summary>
    public const string ProjectFile = "project";

    /// <summary>A device project does not name exactly the sources on disk.</summary>
    public const string ProjectSources = "sources";

    /// <summary>
    /// Packages, their versions and the references to them do not agree with each other or with the pinned line.
    /// </summary>
    public const string Packages = "packages";

    /// <summary>An encoding that is made anew at every use.</summary>
    public const string Encoding = "encoding";

    /// <summary>A division of floats that may be by zero.</summary>
    public const string Division = "division";

    /// <summary>A project that is not optimised in every configuration.</summary>
    public const string Optimised = "optimised";

    /// <summary>A folder knows one that it may not know.</summary>
    public const string Arrow = "arrow";

    /// <summary>A method that no code of the firmware reaches.</summary>
    public const string Unused = "unused";

    /// <summary>There is no compiled firmware to check, or it is older than its sources.</summary>
    public const string Unbuilt = "unbuilt";

    /// <summary>Something is larger than the device's image can count.</summary>
    public const string Capacity = "capacity";

    /// <summary>A choice within a choice.</summary>
    public const string NestedChoice = "nested-choice";

    /// <summary>Several variables in one declaration.</summary>
    public const string Declaration = "declaration";

    /// <summary>An assertion of a truth without a message.</summary>
    public const string BareTruth = "bare-truth";

    public const string LongMethod = "long-method";

    public const string LongLine = "long-line";

    /// <summary>More than half of the firmware's files are long.</summary>
    public const string LongFiles = "long-files";
}
