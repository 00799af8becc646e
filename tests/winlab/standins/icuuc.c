/* What Wine lacks of Windows' own ICU, which Qt6Core.dll asks for: every converter refuses to open.
   Qt then has its built-in encodings, which are all that xcdesk uses. For tests alone. */
#include <stddef.h>
#include <stdint.h>

#define ICU __declspec(dllexport)
#define NO_FILE 4 /* U_FILE_ACCESS_ERROR */

static void refuse(int *error)
{
    if (error)
        *error = NO_FILE;
}

ICU void *ucnv_open(const char *name, int *error) { refuse(error); return NULL; }
ICU void ucnv_close(void *converter) {}
ICU void ucnv_reset(void *converter) {}
ICU int8_t ucnv_getMaxCharSize(void *converter) { return 1; }
ICU const char *ucnv_getName(void *converter, int *error) { refuse(error); return ""; }
ICU int32_t ucnv_countAvailable(void) { return 0; }
ICU const char *ucnv_getAvailableName(int32_t number) { return NULL; }
ICU const char *ucnv_getStandardName(const char *name, const char *standard, int *error) { refuse(error); return NULL; }
ICU int32_t ucnv_toUCountPending(void *converter, int *error) { refuse(error); return 0; }
ICU void ucnv_getToUCallBack(void *converter, void **action, void **context) { *action = *context = NULL; }
ICU void ucnv_getFromUCallBack(void *converter, void **action, void **context) { *action = *context = NULL; }
ICU void ucnv_setToUCallBack(void *c, void *a, void *b, void **o, void **p, int *error) { refuse(error); }
ICU void ucnv_setFromUCallBack(void *c, void *a, void *b, void **o, void **p, int *error) { refuse(error); }
ICU void ucnv_cbToUWriteUChars(void *a, void *b, int32_t length, int32_t offset, int *error) { refuse(error); }
ICU void ucnv_cbFromUWriteUChars(void *a, void *b, void *l, int32_t offset, int *error) { refuse(error); }
ICU void ucnv_toUnicode(void *c, void *t, void *tl, void *s, void *sl, void *o, int flush, int *error) { refuse(error); }
ICU void ucnv_fromUnicode(void *c, void *t, void *tl, void *s, void *sl, void *o, int flush, int *error) { refuse(error); }
ICU void UCNV_FROM_U_CALLBACK_SUBSTITUTE(void) {}
ICU void UCNV_TO_U_CALLBACK_SUBSTITUTE(void) {}
