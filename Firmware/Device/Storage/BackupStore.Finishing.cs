using System;
using NanoFirmware.Documents;
using NanoFirmware.Network;

namespace NanoFirmware.Storage;

/// <content>What the start does with a restore that was left unfinished.</content>
internal sealed partial class BackupStore
{
    /// <summary>
    /// Finishes what was left unfinished; what cannot be finished now either is set aside and does not come back.
    /// </summary>
    /// <returns>Why it was set aside; null when nothing was.</returns>
    public static string Finish(
        StateExchange state, SettingsKeeper settings, PresetStore presets, Radio radio, WiringStore wirings)
    {
        if (!SafeFile.Exists(FileName))
        {
            return null;
        }

        SafeFile file = FileAsLarge();
        try
        {
            int length = file.Load();
            var backup = new BackupStore(state, settings, presets, radio, wirings);
            string problem = length < 0 ? null : backup.Read(file.Bytes, SafeFile.HeadBytes, length);
            if (problem == null && backup._waitsForStart)
            {
                // The power went before its wiring was kept.
                backup.Wait();
                return null;
            }

            if (problem == null)
            {
                if (length >= 0)
                {
                    backup.Apply();
                }

                file.Delete();
                return null;
            }

            file.SetAsideAll();
            return problem;
        }
        catch (Exception fault)
        {
            file.SetAsideAll();
            return fault.Message;
        }
    }

    /// <summary>A restore waits to be finished.</summary>
    public static bool IsWaiting => SafeFile.Exists(FileName);

    /// <summary>Deletes a restore that waits to be finished, and one that was set aside: they hold passwords.</summary>
    public static void Forget() => FileAsLarge().Delete();

    private static SafeFile FileAsLarge() => new SafeFile(FileName, SafeFile.SizeOf(FileName));
}
