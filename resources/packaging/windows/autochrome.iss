; Inno Setup 6: the packed folder -> one installer, for this user or for all.
;   iscc /DVersion=0.1.0 /DFolder=..\..\..\dist\cpu\autochrome /DIcon=...\autochrome.ico autochrome.iss
#ifndef Version
  #error Say which version: /DVersion=0.1.0
#endif

[Setup]
AppId={{6B1E2C5A-7A0F-4E0B-9C0E-1907A0710C01}
AppName=Autochrome
AppVersion={#Version}
AppPublisher=The Autochrome developers
DefaultDirName={autopf}\Autochrome
DefaultGroupName=Autochrome
DisableProgramGroupPage=yes
PrivilegesRequired=lowest
PrivilegesRequiredOverridesAllowed=dialog
ArchitecturesAllowed=x64compatible
ArchitecturesInstallIn64BitMode=x64compatible
MinVersion=10.0.17763
LicenseFile=..\..\..\LICENSE
SetupIconFile={#Icon}
UninstallDisplayIcon={app}\Autochrome.exe
Compression=lzma2/max
SolidCompression=yes
ChangesAssociations=yes
ChangesEnvironment=yes
WizardStyle=modern
OutputBaseFilename=autochrome-{#Version}-windows-x86_64

[Languages]
Name: "en"; MessagesFile: "compiler:Default.isl"
Name: "de"; MessagesFile: "compiler:Languages\German.isl"
Name: "es"; MessagesFile: "compiler:Languages\Spanish.isl"
Name: "fr"; MessagesFile: "compiler:Languages\French.isl"

[CustomMessages]
en.Colorize=Colorize
de.Colorize=Kolorieren
es.Colorize=Colorear
fr.Colorize=Coloriser

[Tasks]
Name: "desktopicon"; Description: "{cm:CreateDesktopIcon}"; Flags: unchecked
Name: "path"; Description: "autochrome on the command line (PATH)"; Flags: unchecked

[Files]
Source: "{#Folder}\*"; DestDir: "{app}"; Flags: recursesubdirs ignoreversion
; Windows takes Autochrome.exe and autochrome.exe for one file: the command has a name of its own in
; the folder, and this one in PATH
Source: "autochrome.cmd"; DestDir: "{app}\bin"

[InstallDelete]
Type: filesandordirs; Name: "{app}\_internal"

[Icons]
Name: "{group}\Autochrome"; Filename: "{app}\Autochrome.exe"
Name: "{usersendto}\Autochrome"; Filename: "{app}\Autochrome.exe"
Name: "{autodesktop}\Autochrome"; Filename: "{app}\Autochrome.exe"; Tasks: desktopicon

[Registry]
; "open with", without taking any file type over
Root: HKA; Subkey: "Software\Classes\Applications\Autochrome.exe"; Flags: uninsdeletekey
Root: HKA; Subkey: "Software\Classes\Applications\Autochrome.exe\shell\open\command"; ValueType: string; ValueData: """{app}\Autochrome.exe"" ""%1"""
Root: HKA; Subkey: "Software\Classes\Applications\Autochrome.exe\SupportedTypes"; ValueType: string; ValueName: ".jpg"
Root: HKA; Subkey: "Software\Classes\Applications\Autochrome.exe\SupportedTypes"; ValueType: string; ValueName: ".jpeg"
Root: HKA; Subkey: "Software\Classes\Applications\Autochrome.exe\SupportedTypes"; ValueType: string; ValueName: ".png"
Root: HKA; Subkey: "Software\Classes\Applications\Autochrome.exe\SupportedTypes"; ValueType: string; ValueName: ".tif"
Root: HKA; Subkey: "Software\Classes\Applications\Autochrome.exe\SupportedTypes"; ValueType: string; ValueName: ".tiff"
Root: HKA; Subkey: "Software\Classes\Applications\Autochrome.exe\SupportedTypes"; ValueType: string; ValueName: ".webp"
Root: HKA; Subkey: "Software\Classes\Applications\Autochrome.exe\SupportedTypes"; ValueType: string; ValueName: ".avif"
Root: HKA; Subkey: "Software\Classes\Applications\Autochrome.exe\SupportedTypes"; ValueType: string; ValueName: ".gif"
; "Colorize" in the menu of one picture and of a folder; many at once go by "Send to", which hands
; them to one program together
Root: HKA; Subkey: "Software\Classes\SystemFileAssociations\image\shell\Autochrome"; ValueType: string; ValueName: "MUIVerb"; ValueData: "{cm:Colorize}"; Flags: uninsdeletekey
Root: HKA; Subkey: "Software\Classes\SystemFileAssociations\image\shell\Autochrome"; ValueType: string; ValueName: "Icon"; ValueData: "{app}\Autochrome.exe"
Root: HKA; Subkey: "Software\Classes\SystemFileAssociations\image\shell\Autochrome"; ValueType: string; ValueName: "MultiSelectModel"; ValueData: "Single"
Root: HKA; Subkey: "Software\Classes\SystemFileAssociations\image\shell\Autochrome\command"; ValueType: string; ValueData: """{app}\Autochrome.exe"" ""%1"""
Root: HKA; Subkey: "Software\Classes\Directory\shell\Autochrome"; ValueType: string; ValueName: "MUIVerb"; ValueData: "{cm:Colorize}"; Flags: uninsdeletekey
Root: HKA; Subkey: "Software\Classes\Directory\shell\Autochrome"; ValueType: string; ValueName: "Icon"; ValueData: "{app}\Autochrome.exe"
Root: HKA; Subkey: "Software\Classes\Directory\shell\Autochrome\command"; ValueType: string; ValueData: """{app}\Autochrome.exe"" ""%1"""
Root: HKCU; Subkey: "Environment"; ValueType: expandsz; ValueName: "Path"; ValueData: "{olddata};{app}\bin"; Tasks: path; Check: NotInPath

[Code]
function NotInPath: Boolean;
var
  Path: String;
begin
  if not RegQueryStringValue(HKCU, 'Environment', 'Path', Path) then
    Path := '';
  Result := Pos(';' + Uppercase(ExpandConstant('{app}\bin')) + ';', ';' + Uppercase(Path) + ';') = 0;
end;

procedure CurUninstallStepChanged(Step: TUninstallStep);
var
  Path: String;
begin
  if (Step = usUninstall) and RegQueryStringValue(HKCU, 'Environment', 'Path', Path) then
    if StringChangeEx(Path, ';' + ExpandConstant('{app}\bin'), '', True) > 0 then
      RegWriteExpandStringValue(HKCU, 'Environment', 'Path', Path);
end;
