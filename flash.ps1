<#
.SYNOPSIS
Builds the firmware and puts it on the board.

.DESCRIPTION
Installs nanoff when it is missing, restores the packages, builds Firmware\Firmware.nfproj, flashes the runtime and deploys the
firmware. Before that it asks the board what it is, and refuses what could not start on it. The first time flash everything; later -SkipFirmware keeps the runtime and the settings on the board.

.PARAMETER Port
The board's serial port, such as COM3. Not needed when there is only one.

.PARAMETER Target
The runtime: ESP32_S3_OCTAL for modules with octal PSRAM (N16R8, N8R8), ESP32_S3_QUAD for quad.

.PARAMETER Image
A ready Firmware.bin, as a release has one: nothing is built, and neither Visual Studio nor Windows is needed.

.PARAMETER SkipFirmware
Deploys the application only.

.PARAMETER WithoutPsram
Flashes a board that has no PSRAM all the same: the strips and the page, without the options.

.PARAMETER Unchecked
Deploys though the board does not answer whether the firmware can start on it.

.PARAMETER Wiring
A file that says what is soldered where, as JSON of /api/wiring; the board takes it at its next start.

.PARAMETER Map
A file that says how the LEDs hang, as WLED's ledmap.json; the board takes it for strip A at its next start.

.PARAMETER ListPorts
Says which serial ports there are.

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
    [string] $Image,
    [switch] $SkipFirmware,
    [switch] $WithoutPsram,
    [switch] $Unchecked,
    [string] $Wiring,
    [string] $Map,
    [switch] $ListPorts,
    [switch] $DryRun
)

$options = @('run', '--project', 'Tools/Flash', '--')
if ($Port) { $options += '--port', $Port }
if ($Target) { $options += '--target', $Target }
if ($Image) { $options += '--image', (Resolve-Path $Image).Path }
if ($WithoutPsram) { $options += '--without-psram' }
if ($Unchecked) { $options += '--unchecked' }
if ($Wiring) { $options += '--wiring', (Resolve-Path $Wiring).Path }
if ($Map) { $options += '--map', (Resolve-Path $Map).Path }
if ($ListPorts) { $options += '--list-ports' }
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
