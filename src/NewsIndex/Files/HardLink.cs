using System.Runtime.InteropServices;

namespace NewsIndex.Files;

/// <summary>A second name of a file.</summary>
internal static class HardLink
{
    /// <summary>Gives a file another name.</summary>
    /// <returns>
    /// False when the file cannot have one, for example on another disk, by the limits of the file system, or because the file is gone.
    /// </returns>
    public static bool TryMake(string file, string name) =>
        OperatingSystem.IsWindows() ? CreateHardLink(name, file, IntPtr.Zero) : Link(file, name) == 0;

    [DllImport("libc", EntryPoint = "link", SetLastError = true, BestFitMapping = false, ThrowOnUnmappableChar = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int Link(
        [MarshalAs(UnmanagedType.LPUTF8Str)] string file, [MarshalAs(UnmanagedType.LPUTF8Str)] string name);

    [DllImport("kernel32.dll", EntryPoint = "CreateHardLinkW", SetLastError = true, BestFitMapping = false, ThrowOnUnmappableChar = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.System32)]
    [return: MarshalAs(UnmanagedType.Bool)]
    private static extern bool CreateHardLink(
        [MarshalAs(UnmanagedType.LPWStr)] string name, [MarshalAs(UnmanagedType.LPWStr)] string file, IntPtr security);
}
