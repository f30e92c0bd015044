using Mono.Cecil;
using Mono.Cecil.Cil;

namespace NanoFirmware.DeviceModel.Weaving;

/// <summary>Takes a safeguard out of the firmware's copy, to see what it was good for: a method does nothing, or always says the same.</summary>
internal static class Safeguards
{
    /// <summary>Empties a method.</summary>
    /// <param name="module">The assembly before it is woven.</param>
    /// <param name="removed">Type::Method, or Type::Method=true for one that answers so; another answers 0, false or null.</param>
    /// <exception cref="InvalidOperationException">There is no such method.</exception>
    internal static void Remove(ModuleDefinition module, string removed)
    {
        string[] parts = removed.Split('=');
        string[] name = parts[0].Split("::");
        MethodDefinition method = module.GetType(name[0])?.Methods.SingleOrDefault(m => m.Name == name[1])
            ?? throw new InvalidOperationException($"There is no safeguard {removed}.");
        MethodBody body = method.Body;
        body.ExceptionHandlers.Clear();
        body.Variables.Clear();
        body.Instructions.Clear();
        ILProcessor il = body.GetILProcessor();
        if (method.ReturnType.MetadataType != MetadataType.Void)
        {
            il.Emit(method.ReturnType.IsValueType ? parts.Length > 1 ? OpCodes.Ldc_I4_1 : OpCodes.Ldc_I4_0 : OpCodes.Ldnull);
        }

        il.Emit(OpCodes.Ret);
    }
}
