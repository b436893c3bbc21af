; The installer for Windows, for the person alone: nothing asks for an administrator.
;
; All of Roundtable is the folder "app"; it is unpacked as "new" beside and then takes its place, so
; that the version before works until the last moment and again when anything fails. Nothing else in
; the chosen folder is touched. Made by installer/windows/setup.py, which gives the names in capitals.
;
; Exit status: 0 installed, 1 stopped by the person or half way, 2 Roundtable is open,
; 3 a newer version is there, 4 name too long, 5 somebody else's folder, 6 read-only, 7 disk full,
; 8 could not be replaced.

Unicode true
SetCompressor ${COMPRESSOR}
!if "${COMPRESSOR}" == "/SOLID lzma"
  SetCompressorDictSize 64
!endif
ManifestDPIAware true
RequestExecutionLevel user
Name "Roundtable"
OutFile "${OUT}"
InstallDir "$LOCALAPPDATA\Programs\Roundtable"
InstallDirRegKey HKCU "Software\Roundtable" "Folder"
BrandingText "Roundtable ${VERSION}"

!include MUI2.nsh
!include LogicLib.nsh
!include FileFunc.nsh
!include WordFunc.nsh

!define MUI_ICON "${ICON}"
!define MUI_UNICON "${ICON}"
!define MUI_ABORTWARNING
!define MUI_PAGE_CUSTOMFUNCTION_LEAVE CheckChosen
!insertmacro MUI_PAGE_DIRECTORY
!insertmacro MUI_PAGE_INSTFILES
!define MUI_FINISHPAGE_RUN "$INSTDIR\Roundtable.exe"
!define MUI_FINISHPAGE_RUN_TEXT $(Start)
!insertmacro MUI_PAGE_FINISH
!insertmacro MUI_UNPAGE_CONFIRM
!insertmacro MUI_UNPAGE_INSTFILES
!insertmacro MUI_LANGUAGE "English"
!insertmacro MUI_LANGUAGE "Welsh"
!include texts.nsh

VIProductVersion "${NUMBERS}"
VIFileVersion "${NUMBERS}"
!macro DESCRIBED language
  VIAddVersionKey /LANG=${language} "ProductName" "Roundtable"
  VIAddVersionKey /LANG=${language} "FileDescription" "Roundtable"
  VIAddVersionKey /LANG=${language} "CompanyName" "Roundtable"
  VIAddVersionKey /LANG=${language} "FileVersion" "${VERSION}"
  VIAddVersionKey /LANG=${language} "ProductVersion" "${VERSION}"
  VIAddVersionKey /LANG=${language} "LegalCopyright" ""
!macroend
!insertmacro DESCRIBED ${LANG_ENGLISH}
!insertmacro DESCRIBED ${LANG_WELSH}

!define ENTRY "Software\Microsoft\Windows\CurrentVersion\Uninstall\Roundtable"
!define CLASSES "Software\Classes"
!define TYPE "Roundtable.Workshop"
!define LIBRARY_TYPE "Roundtable.Library"
!define SYNCHRONIZE 0x00100000
!define ALREADY_EXISTS 183

Var Failure

; Stop with a sentence and an exit status, wherever it is called from.
!macro STOP text status
  MessageBox MB_ICONSTOP "${text}" /SD IDOK
  SetErrorLevel ${status}
  StrCpy $Failure ${status}
  Abort
!macroend

; Leave 1 in $0 while Roundtable runs, else 0.
!macro LOOK_WHETHER_OPEN prefix
Function ${prefix}LookWhetherOpen
  System::Call 'kernel32::OpenMutexW(i ${SYNCHRONIZE}, i 0, w "Local\Roundtable-is-open") p .r1'
  StrCpy $0 0
  ${If} $1 P<> 0
    System::Call 'kernel32::CloseHandle(p r1)'
    StrCpy $0 1
  ${EndIf}
FunctionEnd
!macroend
!insertmacro LOOK_WHETHER_OPEN ""
!insertmacro LOOK_WHETHER_OPEN "un."

; Ask for it to be closed as often as the person likes; a silent call ends at once.
!macro REFUSE_WHILE_OPEN prefix
Function ${prefix}RefuseWhileOpen
  again:
  Call ${prefix}LookWhetherOpen
  ${If} $0 = 1
    MessageBox MB_RETRYCANCEL|MB_ICONEXCLAMATION "$(IsOpen)" /SD IDCANCEL IDRETRY again
    SetErrorLevel 2
    Quit
  ${EndIf}
FunctionEnd
!macroend
!insertmacro REFUSE_WHILE_OPEN ""
!insertmacro REFUSE_WHILE_OPEN "un."

Function .onInit
  System::Call 'kernel32::CreateMutexW(p 0, i 0, w "Local\Roundtable-setup") p .r1 ?e'
  Pop $0
  ${If} $0 = ${ALREADY_EXISTS}
    MessageBox MB_ICONSTOP "$(OtherSetup)" /SD IDOK
    SetErrorLevel 2
    Quit
  ${EndIf}
  Call RefuseWhileOpen
  Call RefuseOverNewer
FunctionEnd

Function RefuseOverNewer
  ReadRegStr $R1 HKCU "${ENTRY}" "DisplayVersion"
  ${If} $R1 != ""
    ${VersionCompare} "$R1" "${VERSION}" $0
    ${If} $0 = 1
      MessageBox MB_YESNO|MB_DEFBUTTON2|MB_ICONQUESTION "$(IsNewer)" /SD IDNO IDYES older
      SetErrorLevel 3
      Quit
      older:
    ${EndIf}
  ${EndIf}
FunctionEnd

; What can be known before anything is written.
Function CheckChosen
  StrLen $0 "$INSTDIR"
  ${If} $0 > ${LONGEST}
    !insertmacro STOP "$(TooLong)" 4
  ${EndIf}
  ${If} ${FileExists} "$INSTDIR\app\*.*"
  ${AndIfNot} ${FileExists} "$INSTDIR\app\python313._pth"
    !insertmacro STOP "$(NotOurs)" 5
  ${EndIf}
  ${If} ${FileExists} "$INSTDIR\new\*.*"
  ${AndIfNot} ${FileExists} "$INSTDIR\new\python313._pth"
  ${AndIfNot} ${FileExists} "$INSTDIR\app\python313._pth"
    !insertmacro STOP "$(NotOurs)" 5
  ${EndIf}
  ClearErrors
  CreateDirectory "$INSTDIR\new"
  FileOpen $0 "$INSTDIR\new\written" w
  FileClose $0
  Delete "$INSTDIR\new\written"
  RMDir "$INSTDIR\new"
  ${If} ${Errors}
    !insertmacro STOP "$(ReadOnly)" 6
  ${EndIf}
  ${GetRoot} "$INSTDIR" $0
  System::Call 'kernel32::GetDiskFreeSpaceExW(w "$INSTDIR", *l .r2, p 0, p 0) i .r3'
  System::Int64Op $2 / 1048576
  Pop $2
  ${If} $3 <> 0
  ${AndIf} $2 < ${SIZE_MB}
    RMDir "$INSTDIR"
    !insertmacro STOP "$(DiskFull)" 7
  ${EndIf}
FunctionEnd

Section "Roundtable"
  ${If} ${Silent}
    Call CheckChosen
  ${EndIf}
  RMDir /r "$INSTDIR\new"
  SetOutPath "$INSTDIR\new"
  File "${PROGRAM}\app\python313._pth" ; first: by it the folder is known as ours
  File /r /x python313._pth "${PROGRAM}\app\*.*"
  SetOutPath "$INSTDIR\new\launchers"
  File "${PROGRAM}\Roundtable.exe" "${PROGRAM}\roundtable.com"
  SetOutPath "$TEMP" ; a folder that is somebody's own cannot be renamed
  Call PutInPlace
  Call Register
  RMDir /r "$INSTDIR\old"
  SetErrorLevel 0
SectionEnd

Function PutInPlace
  Call LookWhetherOpen
  ${If} $0 = 1
    !insertmacro STOP "$(IsOpen)" 2
  ${EndIf}
  ${If} ${FileExists} "$INSTDIR\app\*.*"
    RMDir /r "$INSTDIR\old"
  ${EndIf}
  ClearErrors
  ${If} ${FileExists} "$INSTDIR\app\*.*"
    Rename "$INSTDIR\app" "$INSTDIR\old"
  ${EndIf}
  ${IfNot} ${Errors}
    Rename "$INSTDIR\new" "$INSTDIR\app"
    ${If} ${Errors}
      Rename "$INSTDIR\old" "$INSTDIR\app"
      SetErrors
    ${EndIf}
  ${EndIf}
  ${IfNot} ${Errors}
    CopyFiles /SILENT "$INSTDIR\app\launchers\*.*" "$INSTDIR"
    WriteUninstaller "$INSTDIR\uninstall.exe"
    ${If} ${Errors}
      RMDir /r "$INSTDIR\new"
      Rename "$INSTDIR\app" "$INSTDIR\new"
      Rename "$INSTDIR\old" "$INSTDIR\app"
      SetErrors
    ${EndIf}
  ${EndIf}
  ${If} ${Errors}
    !insertmacro STOP "$(NotReplaced)" 8
  ${EndIf}
FunctionEnd

; Also called after files could not be unpacked: only what was there before is left.
Function .onInstFailed
  SetOutPath "$TEMP"
  ${If} $Failure != 5 ; there all is somebody else's
    RMDir /r "$INSTDIR\new"
    RMDir "$INSTDIR"
  ${EndIf}
FunctionEnd

Function Register
  ReadRegStr $R0 HKCU "Software\Roundtable" "Folder"
  WriteRegStr HKCU "Software\Roundtable" "Folder" "$INSTDIR"
  WriteRegStr HKCU "${ENTRY}" "DisplayName" "Roundtable"
  WriteRegStr HKCU "${ENTRY}" "DisplayVersion" "${VERSION}"
  WriteRegStr HKCU "${ENTRY}" "Publisher" "Roundtable"
  WriteRegStr HKCU "${ENTRY}" "DisplayIcon" "$INSTDIR\Roundtable.exe"
  WriteRegStr HKCU "${ENTRY}" "InstallLocation" "$INSTDIR"
  WriteRegStr HKCU "${ENTRY}" "UninstallString" '"$INSTDIR\uninstall.exe"'
  WriteRegStr HKCU "${ENTRY}" "QuietUninstallString" '"$INSTDIR\uninstall.exe" /S'
  WriteRegDWORD HKCU "${ENTRY}" "EstimatedSize" ${SIZE_KB}
  WriteRegDWORD HKCU "${ENTRY}" "NoModify" 1
  WriteRegDWORD HKCU "${ENTRY}" "NoRepair" 1
  CreateShortcut "$SMPROGRAMS\Roundtable.lnk" "$INSTDIR\Roundtable.exe"
  Call RegisterTypes
  ${If} $R0 != ""
  ${AndIf} $R0 != $INSTDIR
    Call RemoveElsewhere
  ${EndIf}
FunctionEnd

; A type that the person gave to another program since stays with that one.
!macro REGISTER suffix type name
  WriteRegStr HKCU "${CLASSES}\${type}" "" "${name}"
  WriteRegStr HKCU "${CLASSES}\${type}\DefaultIcon" "" "$INSTDIR\Roundtable.exe,0"
  WriteRegStr HKCU "${CLASSES}\${type}\shell\open\command" "" '"$INSTDIR\Roundtable.exe" "%1"'
  WriteRegStr HKCU "${CLASSES}\${suffix}\OpenWithProgids" "${type}" ""
  ReadRegStr $0 HKCU "${CLASSES}\${suffix}" ""
  ${If} $0 == ""
    WriteRegStr HKCU "${CLASSES}\${suffix}" "" "${type}"
  ${EndIf}
!macroend

!macro UNREGISTER suffix type
  DeleteRegKey HKCU "${CLASSES}\${type}"
  DeleteRegValue HKCU "${CLASSES}\${suffix}\OpenWithProgids" "${type}"
  ReadRegStr $0 HKCU "${CLASSES}\${suffix}" ""
  ${If} $0 == "${type}"
    DeleteRegValue HKCU "${CLASSES}\${suffix}" ""
  ${EndIf}
  DeleteRegKey /ifempty HKCU "${CLASSES}\${suffix}\OpenWithProgids"
  DeleteRegKey /ifempty HKCU "${CLASSES}\${suffix}"
!macroend

Function RegisterTypes
  !insertmacro REGISTER ".roundtable" "${TYPE}" "$(TypeName)"
  !insertmacro REGISTER ".roundtable-library" "${LIBRARY_TYPE}" "$(LibraryTypeName)"
  ${RefreshShellIcons}
FunctionEnd

; It was in another folder before: one program, one entry.
Function RemoveElsewhere
  ${If} ${FileExists} "$R0\app\python313._pth"
    RMDir /r "$R0\app"
    Delete "$R0\Roundtable.exe"
    Delete "$R0\roundtable.com"
    Delete "$R0\uninstall.exe"
    RMDir "$R0"
  ${EndIf}
FunctionEnd

Function un.onInit
  Call un.RefuseWhileOpen
FunctionEnd

Section "Uninstall"
  ${If} ${FileExists} "$INSTDIR\app\python313._pth"
    RMDir /r "$INSTDIR\app"
    RMDir /r "$INSTDIR\old"
    RMDir /r "$INSTDIR\new"
  ${EndIf}
  Delete "$INSTDIR\Roundtable.exe"
  Delete "$INSTDIR\roundtable.com"
  Delete "$INSTDIR\uninstall.exe"
  RMDir "$INSTDIR"
  Delete "$SMPROGRAMS\Roundtable.lnk"
  DeleteRegKey HKCU "${ENTRY}"
  DeleteRegKey HKCU "Software\Roundtable"
  !insertmacro UNREGISTER ".roundtable" "${TYPE}"
  !insertmacro UNREGISTER ".roundtable-library" "${LIBRARY_TYPE}"
  ${un.RefreshShellIcons}
  ${If} ${FileExists} "$LOCALAPPDATA\Roundtable\*.*"
    MessageBox MB_YESNO|MB_DEFBUTTON2|MB_ICONQUESTION "$(AskLibrary)" /SD IDNO IDNO kept
    RMDir /r "$LOCALAPPDATA\Roundtable"
    kept:
  ${EndIf}
SectionEnd
