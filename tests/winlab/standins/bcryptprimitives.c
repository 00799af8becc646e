/* What Wine 8 lacks of Windows' bcryptprimitives.dll, asked for by wheels written in Rust. For tests alone. */
#include <windows.h>

BOOLEAN NTAPI SystemFunction036(PVOID, ULONG); /* RtlGenRandom, in advapi32 */

__declspec(dllexport) BOOL WINAPI ProcessPrng(PBYTE bytes, SIZE_T count)
{
    return SystemFunction036(bytes, (ULONG)count) ? TRUE : FALSE;
}
