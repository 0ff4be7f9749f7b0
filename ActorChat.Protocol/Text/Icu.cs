using System.Runtime.InteropServices;

namespace ActorChat.Protocol.Text;

/// <summary>Checks for ICU, which .NET needs for Unicode. Without it two spellings of one nickname would be two.</summary>
internal static class Icu
{
    private const string InvariantVariable = "DOTNET_SYSTEM_GLOBALIZATION_INVARIANT";

    // In both languages: without ICU there is no culture to look up texts.
    private const string Missing =
        "[ERROR] Falta la biblioteca ICU: instálala / ICU is missing, install it: apt-get install libicu-dev; apk add icu-libs icu-data-full";

    private const string Unused =
        $"[ERROR] .NET no usa la biblioteca ICU: quita {InvariantVariable} / .NET does not use ICU: unset {InvariantVariable}";

    /// <summary>
    /// The line for standard error if the program cannot go on; otherwise null. To be called first: .NET loads ICU with the first culture,
    /// and ends the process with a stack trace where it is missing.
    /// </summary>
    public static string? FindObstacle()
    {
        // Container images set it so that .NET does without ICU. It takes precedence over the program's own settings.
        Environment.SetEnvironmentVariable(InvariantVariable, "0");

        // Windows and macOS have it.
        if (OperatingSystem.IsLinux() && !TryLoad())
            return Refuse(Missing);
        return "e\u0301".Normalize().Length == 1 ? null : Refuse(Unused);
    }

    private static string Refuse(string line)
    {
        // .NET must not look for ICU only to write this last line.
        Environment.SetEnvironmentVariable(InvariantVariable, "1");
        return line;
    }

    private static bool TryLoad()
    {
        try
        {
            return LoadIcu() != 0;
        }
        catch (Exception unknown) when (unknown is DllNotFoundException or EntryPointNotFoundException)
        {
            // A runtime that is built differently reports by itself what it misses.
            return true;
        }
    }

    // The runtime calls it with the first culture. A second call does no harm.
    [DllImport("libSystem.Globalization.Native", EntryPoint = "GlobalizationNative_LoadICU")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int LoadIcu();
}
