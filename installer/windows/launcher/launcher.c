/* Roundtable.exe and roundtable.com: hand the call to the Python that lies in "app" beside them.

   Both are the same but for the console. While one runs it holds a mutex by which the installer
   knows that Roundtable is open. Should the power have failed while "app" was being replaced, the
   version before is still there as "old" and is started instead. */

#include <windows.h>
#include <stdio.h>
#include <wchar.h>

#define LONGEST 32768
#define WELSH 0x52 /* Microsoft's number of the language, without the country's */

typedef int (*PythonMain)(int count, wchar_t **arguments);

static wchar_t here[LONGEST];

static int complain(void)
{
    BOOL welsh = (GetUserDefaultUILanguage() & 0x3ff) == WELSH;
    const wchar_t *text = welsh
        ? L"Ni ellir cychwyn Roundtable: mae rhan o'i ffolder ar goll. Gosodwch Roundtable eto;"
          L" bydd eich gweithdai'n aros."
        : L"Roundtable cannot start: a part of its folder is missing. Install Roundtable again;"
          L" your workshops stay.";
#ifdef WINDOWED
    MessageBoxW(NULL, text, L"Roundtable", MB_ICONERROR);
#else
    fwprintf(stderr, L"%ls\n", text);
#endif
    return 1;
}

static HMODULE python_in(const wchar_t *name)
{
    static wchar_t path[LONGEST + 32];
    swprintf(path, LONGEST + 32, L"%ls\\%ls\\python313.dll", here, name);
    return LoadLibraryExW(path, NULL, LOAD_WITH_ALTERED_SEARCH_PATH);
}

int wmain(int count, wchar_t **given)
{
    static wchar_t program[LONGEST];
    GetModuleFileNameW(NULL, program, LONGEST);
    wcscpy(here, program);
    wchar_t *end = wcsrchr(here, L'\\');
    if (end != NULL)
        *end = L'\0';
    CreateMutexW(NULL, FALSE, L"Local\\Roundtable-is-open"); /* until this process ends */
    SetErrorMode(SEM_FAILCRITICALERRORS); /* a missing library is told by complain */
    HMODULE python = python_in(L"app");
    if (python == NULL)
        python = python_in(L"old");
    FARPROC entry = python == NULL ? NULL : GetProcAddress(python, "Py_Main");
    if (entry == NULL)
        return complain();
    wchar_t *first[] = {program, L"-B", L"-X", L"utf8", L"-m", L"desktop_app"};
    int ours = sizeof first / sizeof *first;
    wchar_t **all = calloc(ours + count, sizeof *all);
    if (all == NULL)
        return complain();
    memcpy(all, first, sizeof first);
    for (int i = 1; i < count; i++)
        all[ours + i - 1] = given[i];
    return ((PythonMain)(void *)entry)(ours + count - 1, all);
}

#ifdef WINDOWED
int WINAPI wWinMain(HINSTANCE instance, HINSTANCE before, wchar_t *line, int show)
{
    (void)instance, (void)before, (void)line, (void)show;
    return wmain(__argc, __wargv);
}
#endif
