using System.Runtime.CompilerServices;

// Nothing here is meant for anybody but the device's other assemblies and its tests.
[assembly: InternalsVisibleTo("Jam")]
[assembly: InternalsVisibleTo("Looks")]
[assembly: InternalsVisibleTo("Mqtt")]
[assembly: InternalsVisibleTo("Web")]
[assembly: InternalsVisibleTo("Firmware")]
[assembly: InternalsVisibleTo("NFUnitTest")]
