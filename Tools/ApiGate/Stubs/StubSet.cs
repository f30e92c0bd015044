using Microsoft.CodeAnalysis;
using NanoFirmware.ApiGate.Device;

namespace NanoFirmware.ApiGate.Stubs;

/// <summary>The stub assemblies of all lists, made once and kept.</summary>
public static class StubSet
{
    private static readonly Lazy<Dictionary<string, byte[]>> Emitted =
        new(
            () => DeviceApi.Instance.Lists.ToDictionary(
                list => list.Assembly, list => StubAssembly.Emit(DeviceApi.Instance, list)));

    private static readonly Lazy<Dictionary<string, MetadataReference>> Referenced =
        new(
            () => Images.ToDictionary(
                pair => pair.Key, pair => (MetadataReference)MetadataReference.CreateFromImage(pair.Value)));

    /// <summary>The image of each assembly by its name.</summary>
    public static IReadOnlyDictionary<string, byte[]> Images => Emitted.Value;

    /// <summary>Each assembly by its name, ready for the compiler.</summary>
    public static IReadOnlyDictionary<string, MetadataReference> References => Referenced.Value;
}
