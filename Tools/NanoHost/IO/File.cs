namespace NanoHost.IO;
public static class File { }
public static class Directory { }
public static class DriveInfo { }
