; The installer for Windows, in Chinese and English: for whoever runs it, without an administrator.
; An older version is replaced and the data are left alone, at upgrading as at removing.
; What an administrator can say: docs/windows.md. Built by package.py, which defines VERSION, FOLDER, ICON, BANNER and OUT.

Unicode true
!ifdef AMD64
  Target amd64-unicode
!endif
ManifestDPIAware true
RequestExecutionLevel user
!ifdef QUICKLY
  SetCompressor zlib
!else
  SetCompressor /SOLID lzma
  SetCompressorDictSize 64 ; megabytes: both programs hold the same modules, which are then stored once
!endif
SetOverwrite on
AllowSkipFiles off

!include "MUI2.nsh"
!include "FileFunc.nsh"
!include "LogicLib.nsh"
!include "WinVer.nsh"
!include "WordFunc.nsh"
!include "x64.nsh"

!define POLICY "Software\Policies\xcdesk"
!define ENTRY "Software\Microsoft\Windows\CurrentVersion\Uninstall\xcdesk"
!define FIRST_BUILD 17763 ; Windows 10 1809, the oldest that Qt 6.11 runs on
!define IN_USE 3
!define OLD_WINDOWS 4
!define NEWER_THERE 5

Var FolderBefore ; of the version that is installed, "" for none
Var VersionBefore

Name "$(PROGRAM)"
Caption "$(SETUP_CAPTION)"
UninstallCaption "$(REMOVE_TITLE)"
UninstallButtonText "$(REMOVE_BUTTON)"
OutFile "${OUT}"
BrandingText "xcdesk ${VERSION}"
; No InstallDir: an empty $INSTDIR tells that nobody gave /D=

!define MUI_ICON "${ICON}"
!define MUI_UNICON "${ICON}"
!define MUI_WELCOMEFINISHPAGE_BITMAP "${BANNER}"
!define MUI_ABORTWARNING
!define MUI_WELCOMEPAGE_TITLE "$(WELCOME)"
!define MUI_WELCOMEPAGE_TEXT "$(WELCOME_TEXT)"
!define MUI_DIRECTORYPAGE_TEXT_TOP "$(FOLDER_TEXT)"
!define MUI_FINISHPAGE_TITLE "$(FINISHED)"
!define MUI_FINISHPAGE_TEXT "$(FINISHED_TEXT)"
!define MUI_FINISHPAGE_RUN "$INSTDIR\xcdesk.exe"
!define MUI_FINISHPAGE_RUN_TEXT "$(OPEN_NOW)"
!define MUI_FINISHPAGE_SHOWREADME ""
!define MUI_FINISHPAGE_SHOWREADME_TEXT "$(ON_DESKTOP)"
!define MUI_FINISHPAGE_SHOWREADME_FUNCTION PutOnDesktop
!define MUI_UNCONFIRMPAGE_TEXT_TOP "$(DATA_STAY)"
!insertmacro MUI_PAGE_WELCOME
!define MUI_PAGE_HEADER_SUBTEXT "$(FOLDER_SUBTITLE)"
!insertmacro MUI_PAGE_DIRECTORY
!define MUI_PAGE_HEADER_SUBTEXT "$(INSTALLING_SUBTITLE)"
!insertmacro MUI_PAGE_INSTFILES
!insertmacro MUI_PAGE_FINISH
!define MUI_PAGE_HEADER_TEXT "$(REMOVE_TITLE)"
!define MUI_PAGE_HEADER_SUBTEXT "$(REMOVE_SUBTITLE)"
!insertmacro MUI_UNPAGE_CONFIRM
!define MUI_PAGE_HEADER_TEXT "$(REMOVING)"
!define MUI_PAGE_HEADER_SUBTEXT "$(REMOVING_SUBTITLE)"
!define MUI_INSTFILESPAGE_FINISHHEADER_TEXT "$(REMOVED)"
!define MUI_INSTFILESPAGE_FINISHHEADER_SUBTEXT "$(REMOVED_SUBTITLE)"
!insertmacro MUI_UNPAGE_INSTFILES
!insertmacro MUI_LANGUAGE "SimpChinese"
!insertmacro MUI_LANGUAGE "English"

!define CHINESE_NAME "执行力提升年宣传工作台"
!define ENGLISH_NAME "Publicity desk"
LangString PROGRAM ${LANG_SIMPCHINESE} "${CHINESE_NAME}"
LangString PROGRAM ${LANG_ENGLISH} "${ENGLISH_NAME}"
LangString SETUP_CAPTION ${LANG_SIMPCHINESE} "${CHINESE_NAME} ${VERSION} 安装程序"
LangString SETUP_CAPTION ${LANG_ENGLISH} "${ENGLISH_NAME} ${VERSION} Setup"
LangString WELCOME ${LANG_SIMPCHINESE} "安装${CHINESE_NAME}"
LangString WELCOME ${LANG_ENGLISH} "Install ${ENGLISH_NAME}"
LangString WELCOME_TEXT ${LANG_SIMPCHINESE} "将为您安装 ${VERSION} 版。只为当前用户安装，不需要管理员权限，不连接互联网，也不用重新启动计算机。$\r$\n$\r$\n已装有旧版的，直接升级；数据、备份和设置都保留不动。$\r$\n$\r$\n工作台正在使用的，请先关闭它的所有窗口，再点“下一步”。"
LangString WELCOME_TEXT ${LANG_ENGLISH} "Version ${VERSION} will be installed. It is for you alone, and needs neither an administrator, nor the internet, nor a restart.$\r$\n$\r$\nAn earlier version is upgraded; data, backups and settings stay as they are.$\r$\n$\r$\nIf the program is in use, close all its windows first, then choose Next."
LangString FOLDER_SUBTITLE ${LANG_SIMPCHINESE} "程序装在哪个文件夹。"
LangString FOLDER_SUBTITLE ${LANG_ENGLISH} "The folder that the program goes into."
LangString FOLDER_TEXT ${LANG_SIMPCHINESE} "程序将装到下面的文件夹，一般不用改动；要换地方，请点“浏览”。$\r$\n$\r$\n数据不放在这里，换文件夹不影响数据。"
LangString FOLDER_TEXT ${LANG_ENGLISH} "The program goes into the folder below, which seldom needs changing; choose Browse for another.$\r$\n$\r$\nData are kept elsewhere and stay where they are."
LangString INSTALLING_SUBTITLE ${LANG_SIMPCHINESE} "正在复制文件，请稍候。"
LangString INSTALLING_SUBTITLE ${LANG_ENGLISH} "Files are being copied; please wait."
LangString FINISHED ${LANG_SIMPCHINESE} "安装完成"
LangString FINISHED ${LANG_ENGLISH} "Installed"
LangString FINISHED_TEXT ${LANG_SIMPCHINESE} "${CHINESE_NAME} ${VERSION} 版已装好，以后可从“开始”菜单打开。"
LangString FINISHED_TEXT ${LANG_ENGLISH} "${ENGLISH_NAME} ${VERSION} is installed. From now on it is in the Start menu."
LangString OPEN_NOW ${LANG_SIMPCHINESE} "现在打开工作台(&R)"
LangString OPEN_NOW ${LANG_ENGLISH} "&Open it now"
LangString REMOVE_TITLE ${LANG_SIMPCHINESE} "卸载${CHINESE_NAME}"
LangString REMOVE_TITLE ${LANG_ENGLISH} "Remove ${ENGLISH_NAME}"
LangString REMOVE_SUBTITLE ${LANG_SIMPCHINESE} "从本机移除程序，数据保留。"
LangString REMOVE_SUBTITLE ${LANG_ENGLISH} "The program goes, the data stay."
LangString REMOVE_BUTTON ${LANG_SIMPCHINESE} "卸载(&U)"
LangString REMOVE_BUTTON ${LANG_ENGLISH} "&Remove"
LangString REMOVING ${LANG_SIMPCHINESE} "正在卸载"
LangString REMOVING ${LANG_ENGLISH} "Removing"
LangString REMOVING_SUBTITLE ${LANG_SIMPCHINESE} "正在移除程序，请稍候。"
LangString REMOVING_SUBTITLE ${LANG_ENGLISH} "The program is being removed; please wait."
LangString REMOVED ${LANG_SIMPCHINESE} "卸载完成"
LangString REMOVED ${LANG_ENGLISH} "Removed"
LangString REMOVED_SUBTITLE ${LANG_SIMPCHINESE} "程序已从本机移除，数据保留在原处。"
LangString REMOVED_SUBTITLE ${LANG_ENGLISH} "The program is gone from this computer; the data are where they were."
LangString ON_DESKTOP ${LANG_SIMPCHINESE} "在桌面上放一个快捷方式(&D)"
LangString ON_DESKTOP ${LANG_ENGLISH} "Put a shortcut on the &desktop"
LangString DATA_STAY ${LANG_SIMPCHINESE} "将从本机移除程序。数据、备份和设置保留在原处（%LOCALAPPDATA%\xcdesk），重新安装后可继续使用。"
LangString DATA_STAY ${LANG_ENGLISH} "The program will be removed from this computer. Data, backups and settings stay where they are (%LOCALAPPDATA%\xcdesk); another installation finds them again."
LangString RUNNING ${LANG_SIMPCHINESE} "程序正在使用中。请先关闭它的所有窗口，再点“重试”。"
LangString RUNNING ${LANG_ENGLISH} "The program is in use. Close all its windows, then choose Retry."
LangString TOO_OLD ${LANG_SIMPCHINESE} "本程序需要 Windows 10（1809 版）或更新的 64 位系统。"
LangString TOO_OLD ${LANG_ENGLISH} "This program needs Windows 10 (version 1809) or later, 64 bit."
LangString OLDER ${LANG_SIMPCHINESE} "本机已装有较新的版本 $VersionBefore。旧版打不开新版升级过的数据。仍要装回 ${VERSION} 版吗？"
LangString OLDER ${LANG_ENGLISH} "Version $VersionBefore, which is newer, is installed. An older version does not open data that a newer one has upgraded. Install version ${VERSION} all the same?"

VIProductVersion "${VERSION}.0"
!macro Described language name
  VIAddVersionKey /LANG=${language} "ProductName" "xcdesk"
  VIAddVersionKey /LANG=${language} "CompanyName" "xcdesk"
  VIAddVersionKey /LANG=${language} "ProductVersion" "${VERSION}"
  VIAddVersionKey /LANG=${language} "FileVersion" "${VERSION}"
  VIAddVersionKey /LANG=${language} "FileDescription" "${name}"
  VIAddVersionKey /LANG=${language} "LegalCopyright" "${COPYRIGHT}"
!macroend
!insertmacro Described ${LANG_SIMPCHINESE} "${CHINESE_NAME} 安装程序"
!insertmacro Described ${LANG_ENGLISH} "${ENGLISH_NAME} Setup"

; A program that runs cannot be opened for writing.
!macro RequireClosed prefix
  Function ${prefix}RequireClosed
    again:
    ClearErrors
    ${If} ${FileExists} "$INSTDIR\xcdesk.exe"
      FileOpen $0 "$INSTDIR\xcdesk.exe" a
      FileClose $0
    ${EndIf}
    ${If} ${FileExists} "$INSTDIR\xcdesk-cli.exe"
      FileOpen $0 "$INSTDIR\xcdesk-cli.exe" a
      FileClose $0
    ${EndIf}
    ${If} ${Errors}
      MessageBox MB_RETRYCANCEL|MB_ICONEXCLAMATION "$(RUNNING)" /SD IDCANCEL IDRETRY again
      SetErrorLevel ${IN_USE}
      Quit
    ${EndIf}
  FunctionEnd
!macroend
!insertmacro RequireClosed ""
!insertmacro RequireClosed "un."

!macro RemoveProgram
  RMDir /r "$INSTDIR\_internal"
  Delete "$INSTDIR\xcdesk.exe"
  Delete "$INSTDIR\xcdesk-cli.exe"
!macroend

!macro RemoveShortcuts
  Delete "$SMPROGRAMS\${CHINESE_NAME}.lnk"
  Delete "$SMPROGRAMS\${ENGLISH_NAME}.lnk"
!macroend

Function .onInit
  SetRegView 64
  SetShellVarContext current
  ${IfNot} ${AtLeastWin10}
  ${OrIfNot} ${AtLeastBuild} ${FIRST_BUILD}
  ${OrIfNot} ${RunningX64}
    MessageBox MB_OK|MB_ICONSTOP "$(TOO_OLD)" /SD IDOK
    SetErrorLevel ${OLD_WINDOWS}
    Quit
  ${EndIf}
  ReadRegStr $FolderBefore HKCU "${ENTRY}" "InstallLocation"
  ReadRegStr $VersionBefore HKCU "${ENTRY}" "DisplayVersion"
  ${VersionCompare} "$VersionBefore" "${VERSION}" $0
  ${If} $VersionBefore != ""
  ${AndIf} $0 == 1
    MessageBox MB_YESNO|MB_ICONEXCLAMATION|MB_DEFBUTTON2 "$(OLDER)" /SD IDNO IDYES wanted
    SetErrorLevel ${NEWER_THERE}
    Quit
    wanted:
  ${EndIf}
  Call ChooseFolder
FunctionEnd

; What was said on the command line, by the administrator, by the file beside the installer, at the last time.
Function ChooseFolder
  ${If} $INSTDIR == ""
    ReadRegStr $INSTDIR HKLM "${POLICY}" "InstallDir"
  ${EndIf}
  ${If} $INSTDIR == ""
    ReadINIStr $INSTDIR "$EXEDIR\xcdesk.ini" "setup" "InstallDir"
  ${EndIf}
  ${If} $INSTDIR == ""
    StrCpy $INSTDIR $FolderBefore
  ${EndIf}
  ${If} $INSTDIR == ""
    StrCpy $INSTDIR "$LOCALAPPDATA\Programs\xcdesk"
  ${EndIf}
  ExpandEnvStrings $INSTDIR $INSTDIR
FunctionEnd

Function PutOnDesktop
  CreateShortcut "$DESKTOP\$(PROGRAM).lnk" "$INSTDIR\xcdesk.exe"
FunctionEnd

Section
  Call RequireClosed
  ${If} $FolderBefore != ""
  ${AndIf} $FolderBefore != $INSTDIR
  ${AndIf} ${FileExists} "$FolderBefore\uninstall.exe"
    ExecWait '"$FolderBefore\uninstall.exe" /S _?=$FolderBefore' ; it moves: nothing of it stays where it was
    Delete "$FolderBefore\uninstall.exe"
    RMDir "$FolderBefore"
  ${EndIf}
  ${If} ${FileExists} "$INSTDIR\xcdesk.exe" ; only then is the folder ours
    !insertmacro RemoveProgram
  ${EndIf}
  SetOutPath "$INSTDIR"
  File /r "${FOLDER}/*"
  ${If} ${FileExists} "$EXEDIR\xcdesk.ini"
    CopyFiles /SILENT "$EXEDIR\xcdesk.ini" "$INSTDIR\xcdesk.ini"
  ${EndIf}
  !insertmacro RemoveShortcuts
  CreateShortcut "$SMPROGRAMS\$(PROGRAM).lnk" "$INSTDIR\xcdesk.exe"
  WriteUninstaller "$INSTDIR\uninstall.exe"
  WriteRegStr HKCU "${ENTRY}" "DisplayName" "$(PROGRAM)"
  WriteRegStr HKCU "${ENTRY}" "DisplayVersion" "${VERSION}"
  WriteRegStr HKCU "${ENTRY}" "DisplayIcon" "$INSTDIR\xcdesk.exe"
  WriteRegStr HKCU "${ENTRY}" "Publisher" "xcdesk"
  WriteRegStr HKCU "${ENTRY}" "InstallLocation" "$INSTDIR"
  WriteRegStr HKCU "${ENTRY}" "UninstallString" '"$INSTDIR\uninstall.exe"'
  WriteRegStr HKCU "${ENTRY}" "QuietUninstallString" '"$INSTDIR\uninstall.exe" /S'
  WriteRegDWORD HKCU "${ENTRY}" "NoModify" 1
  WriteRegDWORD HKCU "${ENTRY}" "NoRepair" 1
  ${GetSize} "$INSTDIR" "/S=0K" $0 $1 $2
  WriteRegDWORD HKCU "${ENTRY}" "EstimatedSize" $0
SectionEnd

Function un.onInit
  SetRegView 64
  SetShellVarContext current
FunctionEnd

Section "Uninstall"
  Call un.RequireClosed
  !insertmacro RemoveProgram
  Delete "$INSTDIR\xcdesk.ini"
  Delete "$INSTDIR\uninstall.exe"
  RMDir "$INSTDIR" ; stays when it holds anything else, such as data
  !insertmacro RemoveShortcuts
  Delete "$DESKTOP\${CHINESE_NAME}.lnk"
  Delete "$DESKTOP\${ENGLISH_NAME}.lnk"
  DeleteRegKey HKCU "${ENTRY}"
SectionEnd
