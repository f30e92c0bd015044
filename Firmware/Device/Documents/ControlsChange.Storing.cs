namespace NanoFirmware.Documents;

/// <content>What was read becomes what is, in two steps of which only the first may fail.</content>
internal sealed partial class ControlsChange
{
    /// <summary>Makes what <see cref="Store"/> needs, so that it cannot fail.</summary>
    public void Prepare()
    {
        if (Layout != null)
        {
            Layout.Prepare();
        }

        if (Layers != null)
        {
            Layers.Prepare();
        }

        _controls.Prepare(_values, _chosen, _isStep);
    }

    /// <summary>Stores what was read and prepared, all at once.</summary>
    public void Store()
    {
        if (Layout != null)
        {
            Layout.Store();
        }

        if (_stopCount > 0)
        {
            _palette.Set(_stops, _stopCount);
        }

        if (Count > 0)
        {
            _controls.Store(_values, _chosen, _isStep);
        }

        if (Layers != null)
        {
            Layers.Store();
        }
    }

    /// <summary>Turns steps into the values that they would lead to now.</summary>
    public void Resolve() => _controls.Resolve(_values, _chosen, _isStep);
}
