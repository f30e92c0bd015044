using System.Runtime.CompilerServices;

// Nothing here is meant for anybody but the entry and the tests.
[assembly: InternalsVisibleTo("Firmware")]
[assembly: InternalsVisibleTo("NFUnitTest")]
