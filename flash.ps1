<#
.SYNOPSIS
Builds the firmware and puts it on the board.

.DESCRIPTION
Installs nanoff when it is missing, restores the packages, builds Firmware\Firmware.nfproj, flashes the runtime and deploys the
firmware. The first time flash everything; later -SkipFirmware keeps the runtime and the settings on the board.

.PARAMETER Port
The board's serial port, such as COM3. Not needed when there is only one.

.PARAMETER Target
The image: ESP32_S3_OCTAL for modules with octal PSRAM (N16R8), ESP32_S3_QUAD for quad.

.PARAMETER SkipFirmware
Deploys the application only.

.PARAMETER DryRun
Prints the commands in their order and touches nothing.

.EXAMPLE
.\flash.ps1 -Port COM3

.EXAMPLE
.\flash.ps1 -Port COM3 -SkipFirmware
#>
[CmdletBinding()]
param(
    [string] $Port,
    [string] $Target,
    [switch] $SkipFirmware,
    [switch] $DryRun
)

$options = @('run', '--project', 'Tools/Flash', '--')
if ($Port) { $options += '--port', $Port }
if ($Target) { $options += '--target', $Target }
if ($SkipFirmware) { $options += '--skip-firmware' }
if ($DryRun) { $options += '--dry-run' }

Push-Location $PSScriptRoot
try {
    & dotnet $options
    exit $LASTEXITCODE
}
finally {
    Pop-Location
}
