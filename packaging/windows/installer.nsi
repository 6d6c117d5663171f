; SPDX-License-Identifier: GPL-3.0-or-later
; The installer for one person: no administrator is needed, nothing outside the person's own
; folders is written. makensis -DVERSION=... -DSTAGE=... -DOUTPUT=... -DFILES=...
; -DSIDE=... installer.nsi
;
; Silent: purser-setup.exe /S [/D=C:\folder]   uninstall.exe /S [/PURGE]

Target amd64-unicode
Unicode true
ManifestDPIAware true
ManifestSupportedOS Win10
ManifestLongPathAware true
SetCompressor /SOLID lzma
RequestExecutionLevel user

!include MUI2.nsh
!include FileFunc.nsh
!include LogicLib.nsh
!include WinVer.nsh

!define UNINSTALL_KEY "Software\Microsoft\Windows\CurrentVersion\Uninstall\Purser"
!define APP_PATHS "Software\Microsoft\Windows\CurrentVersion\App Paths"

Name "Purser"
OutFile "${OUTPUT}"
InstallDir "$LOCALAPPDATA\Programs\Purser"
InstallDirRegKey HKCU "${UNINSTALL_KEY}" "InstallLocation"
BrandingText "Purser ${VERSION}"

VIProductVersion "${VERSION}.0"
VIAddVersionKey /LANG=0 "CompanyName" "Purser developers"
VIAddVersionKey /LANG=0 "FileDescription" "Purser set-up"
VIAddVersionKey /LANG=0 "FileVersion" "${VERSION}"
VIAddVersionKey /LANG=0 "LegalCopyright" "Copyright Purser developers. GPL-3.0-or-later, without warranty."
VIAddVersionKey /LANG=0 "ProductName" "Purser"
VIAddVersionKey /LANG=0 "ProductVersion" "${VERSION}"

!define MUI_ICON "purser.ico"
!define MUI_UNICON "purser.ico"
!define MUI_WELCOMEFINISHPAGE_BITMAP "${SIDE}"
!define MUI_UNWELCOMEFINISHPAGE_BITMAP "${SIDE}"
!define MUI_ABORTWARNING
!define MUI_FINISHPAGE_RUN "$INSTDIR\purser.exe"
!define MUI_FINISHPAGE_NOREBOOTSUPPORT

!insertmacro MUI_PAGE_WELCOME
!insertmacro MUI_PAGE_LICENSE "${STAGE}/LICENSE.txt"
!insertmacro MUI_PAGE_DIRECTORY
!insertmacro MUI_PAGE_INSTFILES
!insertmacro MUI_PAGE_FINISH
!insertmacro MUI_UNPAGE_COMPONENTS
!insertmacro MUI_UNPAGE_INSTFILES
!insertmacro MUI_LANGUAGE "English"
!insertmacro MUI_LANGUAGE "French"

LangString IsOpen ${LANG_ENGLISH} "Purser is running. Close its window (a change that is under way ends first), then try again."
LangString IsOpen ${LANG_FRENCH} "Purser est en cours d’exécution. Fermez sa fenêtre (une modification en cours se termine d’abord), puis réessayez."
LangString NeedsWindows10 ${LANG_ENGLISH} "Purser is made for Windows 10 (1809) and newer. Install it all the same?"
LangString NeedsWindows10 ${LANG_FRENCH} "Purser est fait pour Windows 10 (1809) et plus récent. L’installer tout de même ?"
LangString IsNotEmpty ${LANG_ENGLISH} "The folder holds something else than Purser. Choose an empty one: uninstalling removes Purser's files only."
LangString IsNotEmpty ${LANG_FRENCH} "Le dossier contient autre chose que Purser. Choisissez un dossier vide : la désinstallation n’enlève que les fichiers de Purser."
LangString ProgramSection ${LANG_ENGLISH} "Purser itself"
LangString ProgramSection ${LANG_FRENCH} "Purser lui-même"
LangString DataSection ${LANG_ENGLISH} "My accounts, stored JWTs and the journal of changes"
LangString DataSection ${LANG_FRENCH} "Mes comptes, les JWT enregistrés et le journal des modifications"
LangString JwtsStay ${LANG_ENGLISH} "Not every JWT could be taken out of Windows' credential store. They are named purser/..., and can be removed in Control Panel, Credential Manager."
LangString JwtsStay ${LANG_FRENCH} "Tous les JWT n’ont pas pu être enlevés du gestionnaire d’identification de Windows. Ils s’appellent purser/... et peuvent être supprimés dans le Panneau de configuration."

; A program that runs can't be opened for writing. Asks until it is closed; silently, it gives up
; with exit code 2 and has changed nothing.
!macro WaitUntilClosed un
Function ${un}WaitUntilClosed
    Push $0
    Push $1
    StrCpy $1 "purser.exe"
    again:
    ${If} ${FileExists} "$INSTDIR\$1"
        ClearErrors
        FileOpen $0 "$INSTDIR\$1" a
        ${If} ${Errors}
            MessageBox MB_RETRYCANCEL|MB_ICONEXCLAMATION "$(IsOpen)" /SD IDCANCEL IDRETRY again
            SetErrorLevel 2
            Quit
        ${EndIf}
        FileClose $0
    ${EndIf}
    ${If} $1 == "purser.exe"
        StrCpy $1 "purser-cli.exe"
        Goto again
    ${ElseIf} $1 == "purser-cli.exe"
        StrCpy $1 "purser-sandbox.exe"
        Goto again
    ${EndIf}
    Pop $1
    Pop $0
FunctionEnd
!macroend
!insertmacro WaitUntilClosed ""
!insertmacro WaitUntilClosed "un."

Function .onInit
    ${IfNot} ${AtLeastWin10}
        ; Asked, not refused: what a system calls itself is not what it can do (Wine).
        MessageBox MB_YESNO|MB_ICONEXCLAMATION "$(NeedsWindows10)" /SD IDYES IDYES anyway
        SetErrorLevel 3
        Quit
        anyway:
    ${EndIf}
FunctionEnd

; A folder of somebody else's files is no place for ours.
Function .onVerifyInstDir
    ${If} ${FileExists} "$INSTDIR\*.*"
    ${AndIfNot} ${FileExists} "$INSTDIR\purser.exe"
        ${DirState} "$INSTDIR" $0
        ${If} $0 == 1
            Abort
        ${EndIf}
    ${EndIf}
FunctionEnd

Section "$(ProgramSection)"
    Call WaitUntilClosed
    ${If} ${FileExists} "$INSTDIR\*.*"
    ${AndIfNot} ${FileExists} "$INSTDIR\purser.exe"
        ${DirState} "$INSTDIR" $0
        ${If} $0 == 1
            MessageBox MB_OK|MB_ICONSTOP "$(IsNotEmpty)" /SD IDOK
            SetErrorLevel 4
            Quit
        ${EndIf}
    ${EndIf}
    ; An older version may have had files that this one has not: its own uninstaller knows them.
    ${If} ${FileExists} "$INSTDIR\uninstall.exe"
        CopyFiles /SILENT "$INSTDIR\uninstall.exe" "$PLUGINSDIR\old.exe"
        ExecWait '"$PLUGINSDIR\old.exe" /S _?=$INSTDIR'
    ${EndIf}

    SetOutPath "$INSTDIR"
    SetOverwrite on
    File /r "${STAGE}/*"
    WriteUninstaller "$INSTDIR\uninstall.exe"

    CreateShortcut "$SMPROGRAMS\Purser.lnk" "$INSTDIR\purser.exe"

    WriteRegStr HKCU "${APP_PATHS}\purser.exe" "" "$INSTDIR\purser.exe"
    WriteRegStr HKCU "${APP_PATHS}\purser-cli.exe" "" "$INSTDIR\purser-cli.exe"
    WriteRegStr HKCU "${UNINSTALL_KEY}" "DisplayName" "Purser"
    WriteRegStr HKCU "${UNINSTALL_KEY}" "DisplayVersion" "${VERSION}"
    WriteRegStr HKCU "${UNINSTALL_KEY}" "DisplayIcon" "$INSTDIR\purser.exe"
    WriteRegStr HKCU "${UNINSTALL_KEY}" "Publisher" "Purser developers"
    WriteRegStr HKCU "${UNINSTALL_KEY}" "InstallLocation" "$INSTDIR"
    WriteRegStr HKCU "${UNINSTALL_KEY}" "UninstallString" '"$INSTDIR\uninstall.exe"'
    WriteRegStr HKCU "${UNINSTALL_KEY}" "QuietUninstallString" '"$INSTDIR\uninstall.exe" /S'
    WriteRegDWORD HKCU "${UNINSTALL_KEY}" "NoModify" 1
    WriteRegDWORD HKCU "${UNINSTALL_KEY}" "NoRepair" 1
    ${GetSize} "$INSTDIR" "/S=0K" $0 $1 $2
    IntFmt $0 "0x%08X" $0
    WriteRegDWORD HKCU "${UNINSTALL_KEY}" "EstimatedSize" "$0"
SectionEnd

Section "un.$(ProgramSection)" SecProgram
    SectionIn RO
    Call un.WaitUntilClosed
SectionEnd

; Before the program goes, which knows how the JWTs are kept.
Section /o "un.$(DataSection)" SecData
    nsExec::Exec '"$INSTDIR\purser-cli.exe" logout --all'
    Pop $0
    ${If} $0 != 0
        MessageBox MB_OK|MB_ICONEXCLAMATION "$(JwtsStay)" /SD IDOK
    ${EndIf}
    RMDir /r "$LOCALAPPDATA\purser"
SectionEnd

Section "-un.Rest"
    ; Only what was installed: somebody may have put a file of their own here.
    !include "${FILES}"
    Delete "$INSTDIR\uninstall.exe"
    RMDir "$INSTDIR"
    Delete "$SMPROGRAMS\Purser.lnk"
    DeleteRegKey HKCU "${APP_PATHS}\purser.exe"
    DeleteRegKey HKCU "${APP_PATHS}\purser-cli.exe"
    DeleteRegKey HKCU "${UNINSTALL_KEY}"
SectionEnd

Function un.onInit
    ${GetParameters} $0
    ClearErrors
    ${GetOptions} $0 "/PURGE" $1
    ${IfNot} ${Errors}
        SectionGetFlags ${SecData} $1
        IntOp $1 $1 | ${SF_SELECTED}
        SectionSetFlags ${SecData} $1
    ${EndIf}
FunctionEnd
