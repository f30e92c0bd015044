using System.Runtime.CompilerServices;

// Nothing here is meant for anybody but the device's other assemblies and its tests.
[assembly: InternalsVisibleTo("Web")]
[assembly: InternalsVisibleTo("Firmware")]
[assembly: InternalsVisibleTo("NFUnitTest")]
