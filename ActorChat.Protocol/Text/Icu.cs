using System.Runtime.InteropServices;

namespace ActorChat.Protocol.Text;

/// <summary>ICU, the library from which .NET knows Unicode's forms. Without them two spellings of one nickname would be two.</summary>
internal static class Icu
{
    private const string InvariantVariable = "DOTNET_SYSTEM_GLOBALIZATION_INVARIANT";

    // In both languages: without ICU there is no culture to look texts up for.
    private const string Missing =
        "[ERROR] Falta la biblioteca ICU: instálala / ICU is missing, install it: apt-get install libicu-dev; apk add icu-libs icu-data-full";

    private const string Unused =
        $"[ERROR] .NET no usa la biblioteca ICU: quita {InvariantVariable} / .NET does not use ICU: unset {InvariantVariable}";

    /// <summary>
    /// Why the program cannot go on, as a line for standard error; null where it can. To be asked before anything else: .NET chooses at the
    /// first culture that is used, and ends the process with a stack trace where ICU is missing.
    /// </summary>
    public static string? FindObstacle()
    {
        // Images of containers set it so that .NET does without ICU. .NET takes its word before the program's own settings.
        Environment.SetEnvironmentVariable(InvariantVariable, "0");

        // Windows and macOS have it.
        if (OperatingSystem.IsLinux() && !TryLoad())
            return Refuse(Missing);
        return "e\u0301".Normalize().Length == 1 ? null : Refuse(Unused);
    }

    private static string Refuse(string line)
    {
        // The program ends with it, and .NET must not look for ICU only to write a line.
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
            // A runtime that is built otherwise: it will say itself what it misses.
            return true;
        }
    }

    // What the runtime itself calls at the first culture; a second call does no harm.
    [DllImport("libSystem.Globalization.Native", EntryPoint = "GlobalizationNative_LoadICU")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int LoadIcu();
}
