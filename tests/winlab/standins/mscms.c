/* What Wine 8 lacks of Windows' mscms.dll, asked for by Qt's plugin for Windows: no screen has a profile of
   its colours. For tests alone. */
#include <windows.h>

#define COLOURS __declspec(dllexport)

COLOURS void *WINAPI OpenColorProfileW(void *profile, DWORD access, DWORD share, DWORD creation)
{
    SetLastError(ERROR_FILE_NOT_FOUND);
    return NULL;
}

COLOURS BOOL WINAPI CloseColorProfile(void *profile) { return TRUE; }
COLOURS BOOL WINAPI GetColorProfileFromHandle(void *profile, BYTE *bytes, DWORD *size) { return FALSE; }
COLOURS void *WINAPI WcsCreateIccProfile(void *profile, DWORD options) { return NULL; }
