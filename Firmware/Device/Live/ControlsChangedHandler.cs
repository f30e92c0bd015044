namespace NanoFirmware.Live;

/// <summary>Is told that a group of controls has changed.</summary>
internal delegate void ControlsChangedHandler();
